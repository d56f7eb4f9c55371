package distillery.breaches.shared.loss;

import distillery.breaches.shared.explore.SeesLoss;

/** Closes a circle with {@link SeesLoss} on purpose; never called. */
public record SeesExplore(SeesLoss other) {}
