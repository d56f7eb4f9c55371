package distillery.breaches.data;

import distillery.lab.Appearance;

/** Breaks the wall below {@code data} on purpose; never called. */
public record SeesTheWindow(Appearance appearance) {}
