package distillery.lesson;

import distillery.data.Csv;
import distillery.data.Refusal;
import distillery.data.Required;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How far a learner has come. */
public record Progress(Map<String, Standing> lessons) {
    /** A fresh learner. */
    public static final Progress NONE = new Progress(Map.of());

    public Progress {
        lessons = Map.copyOf(Required.nonNull(lessons, "lessons"));
    }

    /**
     * Where a learner stands in one lesson.
     *
     * @param step the step last shown, from 1
     * @param done the steps all of whose checks were satisfied, from 1
     * @param answers by the id of the question
     */
    public record Standing(int step, Set<Integer> done, Map<String, Answer> answers) {
        /** Before the first step. */
        public static final Standing NONE = new Standing(1, Set.of(), Map.of());

        public Standing {
            Refusal.unless(step >= 1, "step", "refused.least", 1, String.valueOf(step));
            done = Set.copyOf(Required.nonNull(done, "done"));
            answers = Map.copyOf(Required.nonNull(answers, "answers"));
        }

        public Standing at(int other) {
            return new Standing(other, done, answers);
        }

        public Standing withDone(int number) {
            Set<Integer> more = new TreeSet<>(done);
            more.add(number);
            return new Standing(step, more, answers);
        }

        /** What was answered to a question; null for nothing, or if its author has made another question of it since. */
        public @Nullable Answer answerTo(Prediction question) {
            Answer answer = answers.get(question.id());
            return answer != null && question.question().fits(answer.guess()) ? answer : null;
        }

        /** The same with what was done and answered elsewhere; of two answers the first one counts. */
        Standing joined(Standing other) {
            Set<Integer> all = new TreeSet<>(other.done);
            all.addAll(done);
            Map<String, Answer> given = new HashMap<>(answers);
            other.answers.forEach((question, answer) -> given.merge(
                    question, answer, (mine, theirs) -> mine.when().compareTo(theirs.when()) <= 0 ? mine : theirs));
            return new Standing(step, all, given);
        }

        public Standing with(String question, Answer answer) {
            Map<String, Answer> more = new HashMap<>(answers);
            more.put(question, answer);
            return new Standing(step, done, more);
        }
    }

    /**
     * An answer that was committed; the first one counts.
     *
     * @param when as in ISO 8601, in UTC
     */
    public record Answer(Guess guess, boolean right, String when) {
        public Answer {
            Required.nonNull(guess, "guess");
            Required.nonNull(when, "when");
        }
    }

    /** Where the learner stands in the lesson of this id. */
    public Standing of(String lesson) {
        return lessons.getOrDefault(lesson, Standing.NONE);
    }

    /** What is known here and in another window, lesson by lesson; where a learner stands now, the other knows. */
    public Progress joined(Progress other) {
        Map<String, Standing> all = new HashMap<>(lessons);
        other.lessons.forEach((lesson, standing) -> all.merge(lesson, standing, (old, now) -> now.joined(old)));
        return new Progress(all);
    }

    public Progress with(String lesson, Standing standing) {
        Map<String, Standing> more = new HashMap<>(lessons);
        more.put(lesson, standing);
        return new Progress(more);
    }

    /**
     * Writes a table: a row for each answer, lessons and questions by name, and the step the learner is at in that
     * lesson. Numbers of a guess stand as they were given, several of them with spaces between.
     */
    public void writeCsv(Appendable out) throws IOException {
        Csv table = new Csv(out);
        table.row("lesson", "at step", "question", "guess", "right", "when");
        for (Map.Entry<String, Standing> each : new TreeMap<>(lessons).entrySet()) {
            int step = each.getValue().step();
            Map<String, Answer> answers = new TreeMap<>(each.getValue().answers());
            for (Map.Entry<String, Answer> answer : answers.entrySet()) {
                Answer given = answer.getValue();
                table.row(each.getKey(), step, answer.getKey(), cell(given.guess()), given.right(), given.when());
            }
            if (answers.isEmpty()) {
                table.row(each.getKey(), step, "", "", "", "");
            }
        }
    }

    private static Object cell(Guess guess) {
        return guess.values().size() == 1 ? new BigDecimal(guess.plain()) : guess.plain();
    }
}
