package distillery.lab.digits;

import distillery.data.Csv;
import distillery.train.HiddenPlane;
import java.io.IOException;
import java.util.List;

/**
 * Where some test digits lie in the last hidden layers of teacher and student.
 *
 * @param digits their numbers, spread over the test set
 * @param likeness of the two layers, by linear CKA: 1 for the same but for turning and scaling
 */
public record DigitMap(
        Panel panel,
        DigitNet student,
        List<Integer> digits,
        HiddenPlane ofTeacher,
        HiddenPlane ofStudent,
        double likeness) {
    /** Where the picture that is shown lies: x and y of each net. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Place(DigitMap map, double[] ofTeacher, double[] ofStudent) {}

    public DigitMap {
        digits = List.copyOf(digits);
    }

    /** Where each digit lies in both planes, as a table. */
    public void write(Appendable out) throws IOException {
        Csv table = new Csv(out);
        table.row("digit", "true_class", "teacher_x", "teacher_y", student.id() + "_x", student.id() + "_y");
        double[] taught = ofTeacher.plane().points();
        double[] own = ofStudent.plane().points();
        for (int i = 0; i < digits.size(); i++) {
            String name = panel.test().className(panel.test().label(digits.get(i)));
            table.row(digits.get(i), name, taught[2 * i], taught[2 * i + 1], own[2 * i], own[2 * i + 1]);
        }
    }
}
