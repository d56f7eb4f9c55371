package distillery.breaches.lesson;

import distillery.net.NetSpec;

/** Breaks the wall around {@code lesson} on purpose; never called. */
public record LessonSeesNet(NetSpec seen) {}
