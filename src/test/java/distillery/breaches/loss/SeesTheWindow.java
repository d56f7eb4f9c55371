package distillery.breaches.loss;

import distillery.lab.Appearance;

/** Breaks the wall below {@code loss} on purpose; never called. */
public record SeesTheWindow(Appearance appearance) {}
