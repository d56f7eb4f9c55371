package distillery.method;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.net.NetSpec;
import distillery.net.Tap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Be your own teacher: exits after earlier layers of the student learn from the labels and from its own last layer, while
 * all are trained together (Zhang et al. 2019, section 3).
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param exits how many there are beside the last layer
 * @param hintWeight of the squared distance from each exit's features to those of the last hidden layer
 */
public record OwnTeacher(int exits, double hintWeight) implements Method {
    private static final String EXITS = "exits";
    private static final String HINT = "exitHintWeight";
    private static final int MOST_EXITS = 2;
    static final List<MethodParameter> PARAMETERS = List.of(
            new MethodParameter(EXITS, "exits", NumberRange.whole(1, MOST_EXITS), 1),
            new MethodParameter(HINT, "exit-hint-weight", NumberRange.of(0, FeatureMethod.MOST_WEIGHT), 1e-4));

    public OwnTeacher {
        Refusal.unlessBetween(1, MOST_EXITS, EXITS, exits);
        Refusal.unlessBetween(0, FeatureMethod.MOST_WEIGHT, HINT, hintWeight);
    }

    static OwnTeacher of(Map<String, Double> values) {
        return new OwnTeacher(
                Required.nonNull(values.get(EXITS), EXITS).intValue(), Required.nonNull(values.get(HINT), HINT));
    }

    @Override
    public boolean needsTargets() {
        return false;
    }

    @Override
    public boolean hasOwnPart() {
        return true;
    }

    @Override
    public int exitCount() {
        return exits;
    }

    @Override
    public List<Points> compared(NetSpec teacher, NetSpec student) {
        Tap outputs = Points.outputs(student, student).student();
        return exitsAfter(student).stream()
                .map(place -> new Points(place, outputs))
                .toList();
    }

    private List<Tap> exitsAfter(NetSpec student) {
        List<Tap> places = places(student);
        int last = places.size() - 1;
        return places.subList(last - exits, last);
    }

    @Override
    public void requireFit(NetSpec teacher, NetSpec student) throws Problem {
        if (places(student).size() <= exits) {
            throw new Problem(
                    "method.exits", student.toString(), exits, student.input() + "-128-64-32-" + student.classes());
        }
    }

    /** After a pooling or a dense layer; the last of these hands on to the last layer itself. */
    private static List<Tap> places(NetSpec student) {
        List<Tap> places = new ArrayList<>();
        for (Tap tap : student.taps()) {
            boolean ends = tap.name().startsWith("pool") || tap.name().startsWith("dense");
            if (ends && !tap.name().endsWith(Points.BEFORE)) {
                places.add(tap);
            }
        }
        return places;
    }

    @Override
    public Distiller distiller(NetSpec teacher, NetSpec student, long seed) {
        List<Tap> places = places(student);
        Tap last = places.get(places.size() - 1);
        return new OwnExits(exitsAfter(student), last, student.classes(), hintWeight, seed);
    }
}
