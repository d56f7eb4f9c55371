package distillery.breaches.net;

import distillery.method.Method;

/** Breaks the wall around {@code net} on purpose; never called. */
public record NetSeesMethod(Method seen) {}
