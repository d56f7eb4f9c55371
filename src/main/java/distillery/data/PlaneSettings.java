package distillery.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Points in the plane, and what a person has changed about them. As a text, which is what settings, files and options hold:
 * {@code plane:rings,classes=4,noise=0.2,seed=7,-12,+0.5/-1.25/2}, where what is usual may be left out, {@code -12} takes the
 * thirteenth point away from the students and {@code +0.5/-1.25/2} gives them one of class 2.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param noise the standard deviation of the points around their place
 * @param removed the numbers of drawn points that the students do not see
 * @param added points that they see besides
 */
public record PlaneSettings(
        PlaneShape shape, int classes, double noise, long seed, Set<Integer> removed, List<PlanePoint> added) {
    /** What every such text begins with. */
    public static final String PLANE = "plane";

    public static final int FEWEST_CLASSES = 3;
    public static final int MOST_CLASSES = 5;
    public static final double MOST_NOISE = 2;
    public static final long MOST_SEED = 1_000_000_000;

    /** As many points a person may add, and take away. */
    public static final int MOST_OWN = 500;

    private static final String FIELD = "data";
    private static final Pattern ADDED = Pattern.compile("\\+([^/]+)/([^/]+)/(\\d{1,3})");
    private static final Pattern REMOVED = Pattern.compile("-(\\d{1,6})");

    /** The points as they come. */
    public static final PlaneSettings FIRST = new PlaneSettings(PlaneShape.DONKEY, 3, 0.6, 1, Set.of(), List.of());

    public PlaneSettings {
        removed = Set.copyOf(removed);
        added = List.copyOf(added);
        Refusal.unless(shape.takes(classes), FIELD, "refused.plane-classes", shape.id(), classes);
        Refusal.unlessBetween(0, MOST_NOISE, "noise", noise);
        Refusal.unlessBetween(0, MOST_SEED, "seed", (double) seed);
        boolean known = removed.stream().allMatch(index -> index >= 0 && index < PlanePoints.COUNT)
                && added.stream().allMatch(point -> point.label() >= 0 && point.label() < classes);
        boolean few = removed.size() <= MOST_OWN && added.size() <= MOST_OWN;
        Refusal.unless(known && few, FIELD, "refused.plane-points", MOST_OWN, PlanePoints.COUNT - 1, classes - 1);
    }

    /** Another shape with its usual noise and without a person's points; as many classes as before if it takes them. */
    public PlaneSettings with(PlaneShape other) {
        int fitting = other.takes(classes) ? classes : FEWEST_CLASSES;
        return new PlaneSettings(other, fitting, other.usualNoise(), seed, Set.of(), List.of());
    }

    /** The same with other classes, noise and seed: the drawn points are others, and a person's are gone. */
    public PlaneSettings with(int otherClasses, double otherNoise, long otherSeed) {
        return new PlaneSettings(shape, otherClasses, otherNoise, otherSeed, Set.of(), List.of());
    }

    /** The same with other changes of a person's. */
    public PlaneSettings with(Set<Integer> others, List<PlanePoint> points) {
        return new PlaneSettings(shape, classes, noise, seed, others, points);
    }

    /** The same without a person's changes: what a teacher learns. */
    public PlaneSettings untouched() {
        return with(Set.of(), List.of());
    }

    /** Whether a text is one of these, right or wrong. */
    public static boolean isPlane(String data) {
        return data.equals(PLANE) || data.startsWith(PLANE + ":");
    }

    /** Reads the text. */
    public static PlaneSettings parse(String data) {
        List<String> parts =
                Arrays.stream(data.split("[:,]", -1)).map(String::strip).toList();
        PlaneShape shape = parts.size() == 1 ? PlaneShape.DONKEY : shape(parts.get(1));
        int classes = FEWEST_CLASSES;
        double noise = shape.usualNoise();
        long seed = FIRST.seed;
        Set<Integer> removed = new TreeSet<>();
        List<PlanePoint> added = new ArrayList<>();
        for (String part : parts.subList(Math.min(2, parts.size()), parts.size())) {
            Matcher more = ADDED.matcher(part);
            Matcher less = REMOVED.matcher(part);
            if (part.startsWith("classes=")) {
                classes = (int) number(part, NumberRange.whole(FEWEST_CLASSES, MOST_CLASSES));
            } else if (part.startsWith("noise=")) {
                noise = number(part, NumberRange.of(0, MOST_NOISE));
            } else if (part.startsWith("seed=")) {
                seed = (long) number(part, NumberRange.whole(0, MOST_SEED));
            } else if (less.matches()) {
                removed.add(Integer.parseInt(less.group(1)));
            } else if (more.matches()) {
                added.add(new PlanePoint(
                        coordinate(more.group(1)), coordinate(more.group(2)), Integer.parseInt(more.group(3))));
            } else {
                throw new Refusal(FIELD, "refused.plane-part", NumberRange.quoted(part));
            }
        }
        return new PlaneSettings(shape, classes, noise, seed, removed, added);
    }

    private static PlaneShape shape(String id) {
        return Arrays.stream(PlaneShape.values())
                .filter(shape -> shape.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        FIELD,
                        "refused.plane-shape",
                        Arrays.stream(PlaneShape.values()).map(PlaneShape::id).collect(Collectors.joining(", ")),
                        NumberRange.quoted(id)));
    }

    private static double number(String part, NumberRange range) {
        try {
            return range.read(part.substring(part.indexOf('=') + 1));
        } catch (Problem wrong) {
            throw new Refusal(FIELD, wrong);
        }
    }

    private static double coordinate(String typed) {
        try {
            return NumberRange.of(-PlanePoint.REACH, PlanePoint.REACH).read(typed);
        } catch (Problem wrong) {
            throw new Refusal(FIELD, wrong);
        }
    }

    /** The text, always the same for the same settings. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(PLANE + ":" + shape.id());
        if (classes != FEWEST_CLASSES) {
            text.append(",classes=").append(classes);
        }
        if (noise != shape.usualNoise()) {
            text.append(",noise=").append(NumberRange.words(noise));
        }
        if (seed != FIRST.seed) {
            text.append(",seed=").append(seed);
        }
        new TreeSet<>(removed).forEach(index -> text.append(",-").append(index));
        for (PlanePoint point : added) {
            text.append(String.format(
                    Locale.ROOT,
                    ",+%s/%s/%d",
                    NumberRange.words(point.x()),
                    NumberRange.words(point.y()),
                    point.label()));
        }
        return text.toString();
    }
}
