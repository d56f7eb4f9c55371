package distillery.lab.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.Agreed;
import distillery.data.AtomicFile;
import distillery.data.Problem;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.screens.LabScreens;
import distillery.lab.setup.SetUp;
import distillery.lab.setup.SetUpFile;
import distillery.lab.train.TrainModel;
import distillery.net.NetSpec;
import distillery.net.Weights;
import distillery.train.IncludedNets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetFilesTest {
    @TempDir
    Path folder;

    private final Messages messages = new Messages();
    private final Workers workers = new Workers(Runnable::run, Runnable::run, Runnable::run, () -> 0L);
    private final DigitsModel model =
            new DigitsModel(new TrainModel(workers, messages), workers, Runnable::run, messages);
    private Path teacher = Path.of("");
    private Path student = Path.of("");

    @BeforeEach
    void writeFiles() throws Problem {
        teacher = file("wide.npz", NetSpec.dense(784, 20, 10));
        student = file("narrow.npz", NetSpec.dense(784, 5, 10));
    }

    private Path file(String name, NetSpec layers) throws Problem {
        float[] values = new float[(int) layers.parameters()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i);
        }
        Path file = folder.resolve(name);
        AtomicFile.writeAll(
                Map.of(file, new Weights(layers, values).content()),
                Agreed.replacing(file).replaced());
        return file;
    }

    private Panel panel() {
        return Objects.requireNonNull(model.panelProperty().get());
    }

    private Problem refusal() {
        return Objects.requireNonNull(model.files().problemProperty().get());
    }

    @Thorough
    @Test
    void theFirstFileTeachesAndTheOthersAreStudents() {
        model.watchedProperty().set(true);
        model.files().add(List.of(teacher, student, student));
        assertEquals(NetSource.FILES, model.netsProperty().get());
        assertEquals(
                List.of("784-20-10", "784-5-10", "784-5-10"),
                panel().nets().stream().map(net -> net.net().spec().toString()).toList());
        assertTrue(panel().teacher().isTeacher());
        assertEquals("narrow.npz", panel().nets().get(2).id());
        assertEquals(10_000, panel().nets().get(1).confusion().total());
    }

    @Test
    void anotherTeacherTakesThePlaceOfTheFirstAndStudentsStay() {
        model.files().add(List.of(teacher, student));
        model.files().teach(List.of(student));
        assertEquals(
                new NetFiles(student.toString(), List.of(student.toString())),
                model.files().filesProperty().get());
        model.files().drop(0);
        assertEquals(List.of(), model.files().filesProperty().get().students());
    }

    @Test
    void aFifthNetHasNoRoomAndTheFourAreAsked() {
        model.files().add(List.of(teacher, student, student, student, student));
        assertEquals("digits.files-full", refusal().key());
        assertEquals(3, model.files().filesProperty().get().students().size());
    }

    @Test
    void whatIsNoNetForDigitsIsRefusedByNameAndNothingChanges() throws Exception {
        Path text = Files.writeString(folder.resolve("text.npz"), "no weights");
        Path other = file("other.npz", NetSpec.dense(784, 5, 7));
        Path missing = folder.resolve("missing.npz");
        for (Path wrong : List.of(text, other, missing)) {
            model.files().add(List.of(wrong));
            assertTrue(
                    refusal().getMessage().contains(wrong.toString()), refusal().getMessage());
            assertEquals(NetFiles.NONE, model.files().filesProperty().get());
            assertEquals(NetSource.CONVOLUTIONAL, model.netsProperty().get());
        }
        model.files().add(List.of(teacher));
        assertNull(model.files().problemProperty().get());
    }

    @Thorough
    @Test
    void withoutATeacherNobodyIsAskedAndThatIsSaid() {
        model.watchedProperty().set(true);
        model.netsProperty().set(NetSource.FILES);
        assertNull(model.panelProperty().get());
        assertEquals(
                "digits.no-files",
                Objects.requireNonNull(model.troubleProperty().get()).key());
    }

    @Thorough
    @Test
    void aFileThatIsGoneIsNamedWhenTheSetUpComesBack() throws IOException {
        model.files().add(List.of(teacher, student));
        DigitsSettings kept = model.snapshot();
        model.restore(DigitsSettings.FIRST);
        Files.delete(student);
        model.watchedProperty().set(true);
        model.restore(kept);
        Problem why = Objects.requireNonNull(model.troubleProperty().get());
        assertTrue(why.getMessage().contains(student.toString()), why.getMessage());
    }

    @Test
    void theSetUpKeepsTheFilesAndOneWithoutThemOpens() throws Exception {
        model.files().add(List.of(teacher, student));
        Path file = folder.resolve("kept" + SetUpFile.ENDING);
        LabScreens.file().write(file, new SetUp(Map.of("digits", model.snapshot())));
        assertEquals(model.snapshot(), LabScreens.file().read(file).settings().get("digits"));
        String earlier = Files.readString(file).replaceFirst("(?s)\"files\" : \\{.*?\\},", "");
        Files.writeString(file, earlier);
        DigitsSettings read =
                (DigitsSettings) LabScreens.file().read(file).settings().get("digits");
        assertEquals(NetFiles.NONE, Objects.requireNonNull(read).files());
    }

    @Test
    void theIncludedNetsFitTheirDigits() {
        assertEquals(NetFilesModel.CLASSES, IncludedNets.DENSE.layers().classes());
    }
}
