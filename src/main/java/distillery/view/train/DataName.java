package distillery.view.train;

import distillery.train.DataChoice;
import distillery.train.TrainSettings;
import distillery.view.Texts;

/** What to call the data that a setting names. */
final class DataName {
    private DataName() {}

    static String of(String data, Texts texts) {
        DataChoice choice = DataChoice.of(data);
        return switch (choice.place()) {
            case TrainSettings.MNIST -> texts.get("train.data.mnist");
            case TrainSettings.TOY -> texts.get("train.data.toy");
            default -> choice.isPlane() ? texts.get("train.data.plane") : choice.shortName();
        };
    }
}
