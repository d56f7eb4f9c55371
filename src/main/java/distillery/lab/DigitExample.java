package distillery.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * A handwritten digit and what both nets make of it.
 *
 * @param pixels row by row, 0 for paper to 1 for ink
 */
public record DigitExample(
        List<Double> pixels, int height, int width, int label, List<Double> teacher, List<Double> student) {
    public DigitExample {
        pixels = List.copyOf(pixels);
        teacher = List.copyOf(teacher);
        student = List.copyOf(student);
        if (pixels.size() != height * width) {
            throw new IllegalArgumentException(
                    height + " times " + width + " pixels were announced, " + pixels.size() + " came");
        }
        if (teacher.size() != student.size()) {
            throw new IllegalArgumentException(
                    "the teacher knows " + teacher.size() + " classes, the student " + student.size());
        }
    }

    /** This digit as an example whose classes are the digits from 0 on. */
    Example example(int index) {
        List<ClassLogits> classes = new ArrayList<>();
        for (int i = 0; i < teacher.size(); i++) {
            classes.add(new ClassLogits(Integer.toString(i), teacher.get(i), student.get(i)));
        }
        return new Example(ExampleKind.DIGIT, classes, label, index);
    }
}
