package distillery.lab.train;

import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Shape;
import distillery.lab.Workers;
import distillery.train.DataChoice;
import distillery.train.TeacherFile;
import distillery.train.TeacherSettings;
import distillery.train.TrainSettings;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Takes a teacher from a file of weights, which is looked at beside the window's thread. */
public final class TeacherModel {
    private final TrainModel model;
    private final Workers workers;
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>(this, "problem");

    TeacherModel(TrainModel model, Workers workers) {
        this.model = model;
        this.workers = workers;
        model.settingsProperty().addListener((property, before, now) -> problem.set(null));
    }

    /** Why the last teacher was not taken; null once the settings have changed. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Takes another teacher; a refusal is shown. */
    public void choose(TeacherSettings teacher) {
        Optional<Problem> refused = model.edit(draft -> draft.teacher = teacher);
        problem.set(refused.orElse(null));
    }

    /** Takes the teacher in a file, if it fits data and students; else all stays as it was, and the reason is shown. */
    public void choose(Path file) {
        TrainSettings now = model.settings();
        Shape data = shape(now);
        int classes = now.student().classes();
        workers.files().execute(() -> {
            try {
                TeacherSettings found = TeacherFile.look(file.toString(), data, classes);
                workers.window().execute(() -> take(found));
            } catch (Problem unfit) {
                workers.window().execute(() -> problem.set(unfit));
            }
        });
    }

    private void take(TeacherSettings found) {
        try {
            model.set(model.settings().withTeacher(found));
        } catch (Refusal refused) {
            problem.set(refused.problem());
        }
    }

    private Shape shape(TrainSettings settings) {
        Shape folder = DataChoice.of(settings.data()).isFolder()
                ? model.data().readingProperty().get().shape()
                : null;
        return folder != null
                ? folder
                : settings.data().equals(TrainSettings.MNIST)
                        ? Shape.DIGIT
                        : settings.student().input();
    }
}
