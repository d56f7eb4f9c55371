package distillery.train;

/**
 * What a data setting names: {@code mnist}, {@code toy}, or a folder, which {@code transposed:} may precede if rows and
 * columns of its pictures are to be swapped.
 *
 * @param place {@code mnist}, {@code toy} or the folder alone
 */
public record DataChoice(String place, boolean turned) {
    private static final String TURNED = "transposed:";

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
        return !place.equals(TrainSettings.MNIST) && !place.equals(TrainSettings.TOY);
    }

    /** The same data with rows and columns of the pictures swapped, or not. */
    public DataChoice withTurned(boolean other) {
        return new DataChoice(place, other);
    }

    /** The last part of the folder, by whatever system it was named. */
    public String shortName() {
        String[] parts = place.split("[/\\\\]+");
        return parts.length == 0 || parts[parts.length - 1].isBlank() ? place : parts[parts.length - 1];
    }
}
