package distillery.view.train;

import distillery.data.PlaneSettings;
import distillery.data.PlaneShape;
import distillery.lab.train.BatchSample;
import distillery.lab.train.PlaneSight;
import distillery.lab.train.TrainModel;
import distillery.loss.Softmax;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What there is to say about a place in the plane. */
final class PlaneWords {
    private static final List<String> ANIMALS =
            List.of("explore.class.horse", "explore.class.donkey", "explore.class.car");

    private final TrainModel model;
    private final Texts texts;

    PlaneWords(TrainModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** What to call a class. */
    static String name(PlaneSettings plane, int index, Texts texts) {
        return plane.shape() == PlaneShape.DONKEY ? texts.get(ANIMALS.get(index)) : String.valueOf(index);
    }

    private List<String> names(int classes) {
        PlaneSettings plane = model.plane().settings().orElse(PlaneSettings.FIRST);
        boolean same = plane.classes() == classes; // settings may be ahead of the run
        return IntStream.range(0, classes)
                .mapToObj(index -> same ? name(plane, index, texts) : String.valueOf(index))
                .toList();
    }

    /** What both nets think at a place. */
    String at(double x, double y) {
        PlaneSight sight = model.plane().sightProperty().get();
        if (sight == null) {
            return texts.get("train.plane.none");
        }
        double temperature = model.viewingProperty().get();
        return texts.get(
                "train.plane.at",
                Numbers.plain(Math.rint(x * 100) / 100),
                Numbers.plain(Math.rint(y * 100) / 100),
                Numbers.temperature(temperature),
                shares(sight.at(x, y, true, temperature)),
                ArmWords.of(sight.answers().arm(), texts),
                shares(sight.at(x, y, false, temperature)));
    }

    private String shares(double[] shares) {
        List<String> names = names(shares.length);
        return IntStream.range(0, shares.length)
                .mapToObj(index -> texts.get("train.plane.share", names.get(index), Numbers.percent(shares[index])))
                .collect(Collectors.joining(texts.get("train.plane.and")));
    }

    /** The same as a sample, for its bars; the teacher's first choice stands for its label. */
    BatchSample sample(PlaneSight sight, double x, double y) {
        double temperature = model.viewingProperty().get();
        double[] taught = sight.at(x, y, true, temperature);
        double[] said = sight.at(x, y, false, temperature);
        int first = Softmax.largest(taught, 0, taught.length);
        return new BatchSample(
                new float[] {(float) x, (float) y},
                1,
                2,
                first,
                taught,
                said,
                first == 0 ? 1 : 0,
                names(taught.length));
    }
}
