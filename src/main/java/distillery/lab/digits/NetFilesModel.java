package distillery.lab.digits;

import distillery.data.Failure;
import distillery.data.Problem;
import distillery.data.Shape;
import distillery.lab.Workers;
import distillery.train.TeacherFile;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Takes nets from files of weights, which are looked at beside the window's thread; what does not fit is not taken. */
public final class NetFilesModel {
    /** Of the digits that come with the program. */
    static final int CLASSES = 10;

    private final ObjectProperty<NetSource> source;
    private final Workers workers;
    private final ObjectProperty<NetFiles> files =
            new SimpleObjectProperty<>(this, "files", DigitsSettings.FIRST.files());
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>(this, "problem");

    NetFilesModel(ObjectProperty<NetSource> source, Workers workers) {
        this.source = source;
        this.workers = workers;
        files.addListener((property, before, now) -> problem.set(null));
        source.addListener((property, before, now) -> problem.set(null));
    }

    public ObjectProperty<NetFiles> filesProperty() {
        return files;
    }

    /** Why the last file was not taken; null once others are. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Takes these one after the other: a teacher where none is chosen, then students. */
    public void add(List<Path> chosen) {
        look(files.get(), chosen);
    }

    /** Takes another teacher, and whatever comes after it as students. */
    public void teach(List<Path> chosen) {
        look(new NetFiles("", files.get().students()), chosen);
    }

    /** Does without one of the students. */
    public void drop(int student) {
        files.set(files.get().without(student));
    }

    private void look(NetFiles from, List<Path> chosen) {
        workers.files().execute(() -> {
            NetFiles after = from;
            Problem why = null;
            try {
                for (Path file : chosen) {
                    NetFiles next = after.and(file.toString());
                    TeacherFile.read(file.toString(), Shape.DIGIT, CLASSES);
                    after = next;
                }
            } catch (Problem | RuntimeException | Error failed) {
                why = Failure.of(failed);
            }
            NetFiles fit = after;
            Problem reason = why;
            workers.window().execute(() -> took(fit, reason));
        });
    }

    /** What was fit is taken, and then the first that was not is told. */
    private void took(NetFiles fit, @Nullable Problem why) {
        if (!fit.teacher().isEmpty()) {
            files.set(fit);
            source.set(NetSource.FILES);
        }
        problem.set(why);
    }
}
