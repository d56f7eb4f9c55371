package distillery.breaches.lab.explore;

import distillery.breaches.lab.loss.SeesExplore;

/** Closes a circle with {@link SeesExplore} on purpose; never called. */
public record SeesLoss(SeesExplore other) {}
