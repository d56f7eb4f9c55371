package distillery.lesson;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Compares the languages of one lesson: they may differ in words, never in what they do. */
final class TranslationParity {
    private final Lesson model;
    private final String modelFile;
    private final Lesson other;
    private final Diagnostics findings;

    /** Compares {@code other} with {@code model}; differences are found in the file of {@code other}. */
    TranslationParity(Lesson model, String modelFile, Lesson other, Diagnostics findings) {
        this.model = model;
        this.modelFile = modelFile;
        this.other = other;
        this.findings = findings;
    }

    void check() {
        if (!model.id().equals(other.id())) {
            differ("id", 1, 1);
        }
        if (model.minutes() != other.minutes()) {
            differ("minutes", 1, 1);
        }
        int common = Math.min(model.steps().size(), other.steps().size());
        for (int i = 0; i < common; i++) {
            check(model.steps().get(i), other.steps().get(i));
        }
        if (model.steps().size() != other.steps().size()) {
            differ("##", lastLine(other), lastLine(model));
        }
    }

    private static int lastLine(Lesson lesson) {
        return lesson.steps().get(lesson.steps().size() - 1).line();
    }

    private void check(LessonStep mine, LessonStep theirs) {
        if (!mine.stage().equals(theirs.stage())) {
            differ(BlockReader.STEP, theirs.line(), mine.line());
        }
        check(
                BlockReader.PREDICT,
                mine,
                theirs,
                step -> step.predict().stream().toList(),
                Prediction::line,
                TranslationParity::essence);
        check(BlockReader.CHECK, mine, theirs, LessonStep::checks, Check::line, Check::conditions);
    }

    private <P> void check(
            String name,
            LessonStep mine,
            LessonStep theirs,
            Function<LessonStep, List<P>> parts,
            ToIntFunction<P> line,
            Function<P, Object> essence) {
        List<P> ours = parts.apply(mine);
        List<P> others = parts.apply(theirs);
        if (ours.size() != others.size()) {
            differ(name, theirs.line(), mine.line());
            return;
        }
        for (int i = 0; i < ours.size(); i++) {
            if (!essence.apply(ours.get(i)).equals(essence.apply(others.get(i)))) {
                differ(name, line.applyAsInt(others.get(i)), line.applyAsInt(ours.get(i)));
            }
        }
    }

    /** A question without its words. */
    private static Object essence(Prediction predict) {
        GuessQuestion question = predict.question();
        Object answer = question instanceof GuessQuestion.Choice choice
                ? List.of(choice.options().size(), choice.right())
                : question instanceof GuessQuestion.Estimate estimate
                        ? List.of(estimate.right(), estimate.tolerance())
                        : question.answer();
        return List.of(predict.id(), question.getClass(), answer, predict.unlock());
    }

    private void differ(String what, int line, int modelLine) {
        findings.add("lesson.differs", line, what, modelFile, String.valueOf(modelLine));
    }
}
