package distillery.breaches.lab.loss;

import distillery.breaches.lab.explore.SeesLoss;

/** Closes a circle with {@link SeesLoss} on purpose; never called. */
public record SeesExplore(SeesLoss other) {}
