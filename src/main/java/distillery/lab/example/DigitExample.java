package distillery.lab.example;

import java.util.ArrayList;
import java.util.List;

/**
 * A handwritten digit with the logits of both nets.
 *
 * @param pixels row by row, 0 for paper to 1 for ink
 */
public record DigitExample(
        List<Double> pixels,
        int height,
        int width,
        int label,
        List<Double> teacher,
        List<Double> student,
        List<String> names) {
    public DigitExample {
        pixels = List.copyOf(pixels);
        teacher = List.copyOf(teacher);
        student = List.copyOf(student);
        names = List.copyOf(names);
        if (pixels.size() != height * width) {
            throw new IllegalArgumentException(
                    height + " times " + width + " pixels were announced, " + pixels.size() + " came");
        }
        if (teacher.size() != student.size() || teacher.size() != names.size()) {
            throw new IllegalArgumentException("the teacher knows " + teacher.size() + " classes, the student "
                    + student.size() + ", and there are " + names.size() + " names");
        }
    }

    /** The true class' name. */
    public String labelName() {
        return names.get(label);
    }

    /** This digit as an example. */
    public Example example(int index) {
        List<ClassLogits> classes = new ArrayList<>();
        for (int i = 0; i < teacher.size(); i++) {
            classes.add(new ClassLogits(names.get(i), teacher.get(i), student.get(i)));
        }
        return new Example(ExampleKind.DIGIT, classes, label, index);
    }
}
