package distillery.breaches.train;

import distillery.lesson.Lesson;

/** Breaks the wall around {@code train} on purpose; never called. */
public record TrainSeesLesson(Lesson seen) {}
