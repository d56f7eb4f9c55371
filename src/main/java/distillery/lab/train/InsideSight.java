package distillery.lab.train;

import distillery.data.Batch;
import distillery.data.Samples;
import distillery.method.MethodPicture;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the method of a run compares inside teacher and student, with the samples it belongs to.
 *
 * @param parts one for each pair of points that is compared
 * @param labels the class of each sample of the batch
 * @param pixels each sample as the nets read it
 * @param height of a sample that is a picture; 1 for points
 * @param names what to call the classes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record InsideSight(
        List<MethodPicture> parts, int[] labels, List<float[]> pixels, int height, List<String> names) {
    static InsideSight of(List<MethodPicture> parts, Batch batch, Samples samples) {
        List<float[]> pixels = IntStream.range(0, batch.size())
                .mapToObj(i -> {
                    float[] own = new float[samples.features()];
                    batch.copyInto(samples, i, own, 0);
                    return own;
                })
                .toList();
        List<String> names = IntStream.range(0, samples.classes())
                .mapToObj(samples::className)
                .toList();
        return new InsideSight(parts, batch.labels(), pixels, samples.height(), names);
    }

    /** How many samples there are. */
    public int rows() {
        return labels.length;
    }

    /** The samples, those of one class side by side. */
    public int[] byClass() {
        return IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> labels[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The name of the class of a sample. */
    public String labelName(int row) {
        return names.get(labels[row]);
    }
}
