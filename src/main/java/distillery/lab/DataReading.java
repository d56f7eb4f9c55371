package distillery.lab;

import distillery.data.DataFolder;
import distillery.data.Problem;
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
    private static final int DIGIT_FEATURES = 784;
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

    /** How many inputs a net needs; 0 where any number will do, or nobody knows. */
    public int features() {
        return folder != null ? folder.features() : place.equals(TrainSettings.MNIST) ? DIGIT_FEATURES : 0;
    }

    /** How many classes there are; 0 where any number will do, or nobody knows. */
    public int classes() {
        return folder != null ? folder.classes().count() : place.equals(TrainSettings.MNIST) ? DIGITS : 0;
    }

    /** Whether nets of these settings fit, as far as is known. */
    public boolean fits(TrainSettings settings) {
        return classes() == 0
                || (settings.student().inputs() == features()
                        && settings.student().classes() == classes());
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
