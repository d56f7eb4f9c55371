package distillery.view.lessons;

import distillery.lab.Appearance;
import distillery.lab.LearnerModel;
import distillery.lab.LessonLibrary;
import distillery.lab.LessonModel;
import distillery.view.Texts;

/** What the dock shows and drives. */
public record Lessons(
        LessonModel model, LessonLibrary shelf, LearnerModel learner, Appearance appearance, Texts texts) {}
