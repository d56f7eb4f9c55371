package distillery.breaches.loss;

import distillery.lab.Appearance;

/** Breaks the wall around {@code loss} on purpose; never called. */
public record LossSeesLab(Appearance seen) {}
