package distillery.breaches.view;

import distillery.cli.Distillery;

/** Breaks the wall around {@code view} on purpose; never called. */
public record ViewSeesCli(Distillery seen) {}
