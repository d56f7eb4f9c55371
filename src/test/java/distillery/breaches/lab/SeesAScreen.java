package distillery.breaches.lab;

import distillery.breaches.lab.explore.SeesLoss;

/** Shared by all screens, but sees one of them on purpose; never called. */
public record SeesAScreen(SeesLoss screen) {}
