package distillery.breaches.method;

import distillery.train.Run;

/** Breaks the wall around {@code method} on purpose; never called. */
public record MethodSeesTrain(Run seen) {}
