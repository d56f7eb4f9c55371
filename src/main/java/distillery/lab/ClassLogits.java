package distillery.lab;

import distillery.data.Required;

/**
 * One class of an example: its name and what teacher and student hold of it. The names {@code horse}, {@code donkey} and
 * {@code car} have a picture and a translation; any other is shown as it stands.
 */
public record ClassLogits(String name, double teacher, double student) {
    public static final int LONGEST_NAME = 20;
    public static final double LARGEST_LOGIT = 1e4;

    public ClassLogits {
        name = Required.nonNull(name, "name").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a class name must have 1 to " + LONGEST_NAME + " characters, was '" + name + "'");
        }
        requireLogit(teacher);
        requireLogit(student);
    }

    public double logit(Side side) {
        return side == Side.TEACHER ? teacher : student;
    }

    ClassLogits with(Side side, double logit) {
        return side == Side.TEACHER ? new ClassLogits(name, logit, student) : new ClassLogits(name, teacher, logit);
    }

    ClassLogits named(String other) {
        return new ClassLogits(other, teacher, student);
    }

    private static void requireLogit(double logit) {
        if (!(Math.abs(logit) <= LARGEST_LOGIT)) {
            throw new IllegalArgumentException("a logit must lie in ±" + LARGEST_LOGIT + ", was " + logit);
        }
    }
}
