package distillery.train;

import distillery.data.PlaneSettings;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a data setting names: {@code mnist}, {@code toy}, {@link PlaneSettings points in the plane}, or a folder, which {@code transposed:} may precede if rows and
 * columns of its pictures are to be swapped.
 *
 * @param place {@code mnist}, {@code toy}, {@code plane:…} or the folder alone
 */
public record DataChoice(String place, boolean turned) {
    private static final String TURNED = "transposed:";
    private static final Pattern LAST = Pattern.compile("(?s).*?([^/\\\\]+(?:[/\\\\]raw)?)[/\\\\]*");

    /** Reads the setting. */
    public static DataChoice of(String data) {
        boolean turned = data.startsWith(TURNED) && data.length() > TURNED.length();
        return turned ? new DataChoice(data.substring(TURNED.length()), true) : new DataChoice(data, false);
    }

    /** The setting that names this. */
    public String data() {
        return turned && isFolder() ? TURNED + place : place;
    }

    public boolean isFolder() {
        return !place.equals(TrainSettings.MNIST) && !arePoints();
    }

    /** Whether these are points in the plane. */
    public boolean isPlane() {
        return PlaneSettings.isPlane(place);
    }

    /** Whether the samples are points and no pictures. A folder may hold anything. */
    public boolean arePoints() {
        return place.equals(TrainSettings.TOY) || isPlane();
    }

    /** The same data without a person's own points in the plane. */
    DataChoice untouched() {
        return isPlane() ? new DataChoice(PlaneSettings.parse(place).untouched().toString(), turned) : this;
    }

    /** The same data with rows and columns of the pictures swapped, or not. */
    public DataChoice withTurned(boolean other) {
        return new DataChoice(place, other);
    }

    /** The last part of the folder, by whatever system it was named; of {@code MNIST/raw} both, for that names it. */
    public String shortName() {
        Matcher last = LAST.matcher(place);
        return last.matches() ? last.group(1) : place;
    }
}
