package distillery.breaches.shared;

import distillery.breaches.shared.explore.SeesLoss;

/** Shared by all screens, but sees one of them on purpose; never called. */
public record SeesAScreen(SeesLoss screen) {}
