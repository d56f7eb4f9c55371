package distillery.cli;

import distillery.data.DataFolder;
import distillery.train.DataChoice;
import distillery.train.TeacherSettings;
import distillery.train.TrainSettings;
import java.util.ArrayList;
import java.util.List;

/** What {@code train} says of a folder of a user's own data before it begins: what was found, and what to think of. */
final class FolderText {
    private FolderText() {}

    static List<String> of(DataFolder folder, TrainSettings settings) {
        List<String> lines = new ArrayList<>();
        List<String> names = folder.classes().names();
        lines.add("%s: %d classes (%s to %s), %d × %d pixels, %d samples to learn from and %d to test."
                .formatted(
                        folder.name(),
                        names.size(),
                        names.get(0),
                        names.get(names.size() - 1),
                        folder.width(),
                        folder.height(),
                        folder.trainCount(),
                        folder.testCount()));
        lines.add("The teacher is %s, the students are %s."
                .formatted(settings.teacher().layers(), settings.student()));
        if (!folder.untested().isEmpty()) {
            lines.add("No test sample shows: " + String.join(", ", folder.untested()) + ".");
        }
        if (folder.lyingDown() && !DataChoice.of(settings.data()).turned()) {
            lines.add("The pictures seem to lie on their side, as EMNIST stores them: --transpose turns them.");
        }
        lines.addAll(advice(settings));
        return lines;
    }

    private static List<String> advice(TrainSettings settings) {
        List<String> lines = new ArrayList<>();
        if (settings.teacher().source() == TeacherSettings.Source.SHIPPED) {
            lines.add(
                    "The included teacher has learned only the digits of MNIST; --teacher %s trains one on these data."
                            .formatted(settings.teacher().layers()));
        }
        int classes = settings.student().classes() - settings.omitted().size();
        if (settings.images() < classes) {
            lines.add("%d labelled samples for %d classes: some classes get none. Give at least %d with --images."
                    .formatted(settings.images(), classes, classes));
        }
        return lines;
    }
}
