package distillery.lab.train;

import distillery.data.DataFolder;
import distillery.data.PlaneSettings;
import distillery.data.Problem;
import distillery.data.Shape;
import distillery.train.Fit;
import distillery.train.TrainSettings;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was found where the settings look for data.
 *
 * @param place {@code mnist}, {@code toy} or a folder
 * @param folder what it holds; null for data that come with the program, and before anybody has looked
 * @param problem why it cannot be used, if so
 * @param choices the sets it holds if there are several, each a place to choose
 */
public record DataReading(
        String place, @Nullable DataFolder folder, @Nullable Problem problem, List<String> choices) {
    private static final int DIGITS = 10;

    public DataReading {
        choices = List.copyOf(choices);
    }

    /** Nothing is known, or nothing needs to be. */
    static DataReading of(String place) {
        return new DataReading(place, null, null, List.of());
    }

    /** Looks at a folder. */
    static DataReading look(String place) {
        try {
            return new DataReading(place, DataFolder.look(place), null, List.of());
        } catch (Problem problem) {
            return new DataReading(place, null, problem, DataFolder.choices(place));
        }
    }

    /** What a net must take in; null where anything will do, or nobody knows. */
    public @Nullable Shape shape() {
        if (PlaneSettings.isPlane(place)) {
            return Shape.flat(2);
        }
        return folder != null ? folder.shape() : place.equals(TrainSettings.MNIST) ? Shape.DIGIT : null;
    }

    /** How many classes there are; 0 where any number will do, or nobody knows. */
    public int classes() {
        if (PlaneSettings.isPlane(place)) {
            return PlaneSettings.parse(place).classes();
        }
        return folder != null ? folder.classes().count() : place.equals(TrainSettings.MNIST) ? DIGITS : 0;
    }

    /** Whether nets of these settings fit, as far as is known. */
    public boolean fits(TrainSettings settings) {
        Shape needed = shape();
        return needed == null || Fit.fits(settings, needed, classes());
    }

    /** What to call the classes of these settings: what the data call them, or numbers. */
    public List<String> names(TrainSettings settings) {
        int count = settings.student().classes();
        if (folder != null && folder.classes().count() == count) {
            return folder.classes().names();
        }
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }
}
