package distillery.view.lessons;

import distillery.lab.Appearance;
import distillery.lab.lessons.LearnerModel;
import distillery.lab.lessons.LessonLibrary;
import distillery.lab.lessons.LessonModel;
import distillery.view.Texts;

/** What the dock shows and drives. */
public record Lessons(
        LessonModel model, LessonLibrary library, LearnerModel learner, Appearance appearance, Texts texts) {}
