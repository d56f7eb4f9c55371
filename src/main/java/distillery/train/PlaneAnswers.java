package distillery.train;

import distillery.data.PlaneGrid;

/**
 * What a teacher and an arm say all over the plane at one moment, on a {@linkplain PlaneGrid grid} from the top left.
 *
 * @param step after how many steps
 * @param teacher logits {@code [cells, cells, classes]}, row-major; nobody writes to them
 * @param student the arm's
 * @param shown the indices of the training samples that the arms are shown; nobody writes to them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PlaneAnswers(long step, ArmName arm, PlaneGrid grid, float[] teacher, float[] student, int[] shown) {
    /** How many cells there are along each side. */
    public static final int CELLS = 120;

    static float[] narrow(double[] logits) {
        float[] numbers = new float[logits.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) logits[i];
        }
        return numbers;
    }
}
