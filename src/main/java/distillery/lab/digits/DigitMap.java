package distillery.lab.digits;

import distillery.train.HiddenPlane;
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
}
