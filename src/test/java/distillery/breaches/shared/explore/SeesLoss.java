package distillery.breaches.shared.explore;

import distillery.breaches.shared.loss.SeesExplore;

/** Closes a circle with {@link SeesExplore} on purpose; never called. */
public record SeesLoss(SeesExplore other) {}
