package distillery.lab.example;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;

/**
 * One class of an example: its name and the logits of teacher and student. The names {@code horse}, {@code donkey} and
 * {@code car} have a picture and a translation; any other is shown as it stands.
 */
public record ClassLogits(String name, double teacher, double student) {
    public static final int LONGEST_NAME = 20;
    public static final double LARGEST_LOGIT = 1e4;

    public ClassLogits {
        name = Required.nonNull(name, "name").strip();
        Refusal.unless(
                !name.isEmpty() && length(name) <= LONGEST_NAME, "name", "refused.name", LONGEST_NAME, length(name));
        Refusal.unlessBetween(-LARGEST_LOGIT, LARGEST_LOGIT, "teacher", teacher);
        Refusal.unlessBetween(-LARGEST_LOGIT, LARGEST_LOGIT, "student", student);
    }

    /**
     * A name as a person typed it.
     *
     * @throws Problem if it is empty or too long
     */
    public static String readName(String typed) throws Problem {
        String name = typed.strip();
        if (name.isEmpty()) {
            throw new Problem("name.empty", LONGEST_NAME);
        }
        if (length(name) > LONGEST_NAME) {
            throw new Problem("name.long", NumberRange.quoted(name), length(name), LONGEST_NAME);
        }
        return name;
    }

    /** An emoji or a rare Chinese character is one, too. */
    private static int length(String name) {
        return name.codePointCount(0, name.length());
    }

    public double logit(TeacherOrStudent side) {
        return side == TeacherOrStudent.TEACHER ? teacher : student;
    }

    ClassLogits with(TeacherOrStudent side, double logit) {
        return side == TeacherOrStudent.TEACHER
                ? new ClassLogits(name, logit, student)
                : new ClassLogits(name, teacher, logit);
    }

    ClassLogits named(String other) {
        return new ClassLogits(other, teacher, student);
    }
}
