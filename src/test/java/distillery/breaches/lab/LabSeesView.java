package distillery.breaches.lab;

import distillery.view.Texts;

/** Breaks the wall around {@code lab} on purpose; never called. */
public record LabSeesView(Texts seen) {}
