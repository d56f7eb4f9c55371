package distillery.breaches.cli;

import distillery.view.Texts;

/** Breaks the wall around {@code cli} on purpose; never called. */
public record CliSeesView(Texts seen) {}
