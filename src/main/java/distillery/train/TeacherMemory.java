package distillery.train;

import distillery.data.Samples;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a teacher has said, so that runs that share it need not ask again. A net that never moves gives the same samples, asked in
 * the same order, the same numbers bit for bit. For any number of threads; two that ask for the same at once wait for
 * each other.
 */
final class TeacherMemory {
    /** Soft labels that are kept take no more; the oldest go first. */
    private static final long MOST_BYTES = 32 << 20;

    private final IdentityHashMap<Samples, Asked<double[]>> answers = new IdentityHashMap<>();
    private final Map<Question, SoftLabels> softLabels = new LinkedHashMap<>();

    private record Asked<T>(Question question, T answer) {}

    /** Which samples of which data. */
    private static final class Question {
        private final Samples samples;
        private final int[] indices;

        Question(Samples samples, int[] indices) {
            this.samples = samples;
            this.indices = indices.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Question question
                    && samples == question.samples
                    && Arrays.equals(indices, question.indices);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(samples) + Arrays.hashCode(indices);
        }

        long bytes() {
            return (long) Float.BYTES * ((long) indices.length * samples.classes() + samples.count());
        }
    }

    /** The logits for these samples; of each data only the last are kept. */
    synchronized double[] answers(Samples samples, int[] indices, Supplier<double[]> ask) {
        Question question = new Question(samples, indices);
        Asked<double[]> last = answers.get(samples);
        if (last == null || !last.question().equals(question)) {
            last = new Asked<>(question, ask.get());
            answers.put(samples, last);
        }
        return last.answer().clone();
    }

    /** The soft labels for these samples. */
    synchronized SoftLabels softLabels(Samples samples, int[] selection, Supplier<SoftLabels> ask) {
        Question question = new Question(samples, selection);
        SoftLabels known = softLabels.remove(question);
        SoftLabels found = known == null ? ask.get() : known;
        softLabels.put(question, found); // the last that was asked for goes last
        Iterator<Question> oldest = softLabels.keySet().iterator();
        long bytes = softLabels.keySet().stream().mapToLong(Question::bytes).sum();
        while (bytes > MOST_BYTES && softLabels.size() > 1) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
        return found;
    }
}
