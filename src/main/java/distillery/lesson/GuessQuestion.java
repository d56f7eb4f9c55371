package distillery.lesson;

import distillery.data.NumberRange;
import distillery.data.PlainSigns;
import distillery.data.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** How a question is answered, and which answer is right. */
public sealed interface GuessQuestion {

    boolean isRight(Guess guess);

    /** Whether this is a guess at such a question at all: one kept from before may be at another. */
    boolean fits(Guess guess);

    /** The right answer as a guess. */
    Guess answer();

    /**
     * One of several texts.
     *
     * @param right the number of the right one, from 1
     * @param feedback one text for each option, or none at all
     */
    record Choice(List<Prose> options, int right, List<Prose> feedback) implements GuessQuestion {
        public Choice {
            options = List.copyOf(options);
            feedback = List.copyOf(feedback);
        }

        @Override
        public boolean isRight(Guess guess) {
            return guess.equals(answer());
        }

        @Override
        public boolean fits(Guess guess) {
            return IntStream.rangeClosed(1, options.size())
                    .mapToObj(Guess::choice)
                    .anyMatch(guess::equals);
        }

        @Override
        public Guess answer() {
            return Guess.choice(right);
        }

        Prose feedback(Guess guess) {
            int chosen = guess.values().get(0).intValue();
            return chosen >= 1 && chosen <= feedback.size() ? feedback.get(chosen - 1) : Prose.NONE;
        }
    }

    /**
     * A number; right if it is no further off than the tolerance.
     *
     * @param unit follows the number; may be empty
     */
    record Estimate(double right, double tolerance, String unit) implements GuessQuestion {
        private static final double ROUNDING = 1e-9;

        /**
         * The number that a learner typed, with the unit behind it or without.
         *
         * @throws Problem that says why it is none
         */
        public double read(String typed) throws Problem {
            String plain = PlainSigns.plain(typed);
            for (String end : List.of(PlainSigns.plain(unit), "%")) {
                if (!end.isEmpty() && plain.endsWith(end)) {
                    return NumberRange.ANY.read(plain.substring(0, plain.length() - end.length()));
                }
            }
            return NumberRange.ANY.read(typed);
        }

        @Override
        public boolean isRight(Guess guess) {
            // 24.5 + 3 is 27.5 on paper; the guess at the very edge must not fall to binary rounding.
            return Math.abs(guess.values().get(0) - right) <= tolerance + ROUNDING * Math.max(1, Math.abs(right));
        }

        @Override
        public boolean fits(Guess guess) {
            return guess.values().size() == 1;
        }

        @Override
        public Guess answer() {
            return Guess.number(right);
        }
    }

    /** Texts to be put in order; {@code items} stand in the right one. */
    record Order(List<Prose> items) implements GuessQuestion {
        public Order {
            items = List.copyOf(items);
        }

        @Override
        public boolean isRight(Guess guess) {
            return guess.equals(answer());
        }

        @Override
        public boolean fits(Guess guess) {
            return guess.values().stream().sorted().toList().equals(answer().values());
        }

        @Override
        public Guess answer() {
            return Guess.order(IntStream.rangeClosed(1, items.size()).boxed().toList());
        }

        /** The numbers of the items, from 1, as they lie before the learner: shuffled, and never in order by chance. */
        public List<Integer> shuffled() {
            List<Integer> numbers = new ArrayList<>(
                    IntStream.rangeClosed(1, items.size()).boxed().toList());
            Collections.shuffle(numbers, new Random(items.size()));
            if (isRight(Guess.order(numbers))) {
                Collections.rotate(numbers, 1);
            }
            return List.copyOf(numbers);
        }
    }
}
