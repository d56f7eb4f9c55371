package distillery.breaches.data;

import distillery.loss.Softmax;

/** Breaks the wall around {@code data} on purpose; never called. */
public record DataSeesLoss(Softmax seen) {}
