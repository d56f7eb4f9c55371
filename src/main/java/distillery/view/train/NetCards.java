package distillery.view.train;

import distillery.data.Ending;
import distillery.data.Problem;
import distillery.lab.train.TrainModel;
import distillery.net.NetSpec;
import distillery.train.TeacherSettings;
import distillery.train.TeacherSettings.Source;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import distillery.view.Controls;
import distillery.view.Picker;
import distillery.view.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Who teaches, and who learns. */
final class NetCards {
    /** Hidden layers on offer, each width with its dash. */
    private static final List<String> TEACHERS =
            List.of("800-800-", "1200-1200-", "400-400-", "128-", "c16-p2-c32-p2-128-");

    private static final List<String> STUDENTS = List.of("128-", "32-", "16-", "800-800-", "", "c4-p2-c8-p2-32-");
    private static final int TEACHER_EPOCHS = 8;

    private static final String SHIPPED = "shipped";
    private static final String SHIPPED_CNN = "shipped-cnn";
    private static final String TRAINED = "trained";
    private static final String UNTRAINED = "untrained";

    /** What is offered last: a file yet to be named. */
    private static final String ANOTHER_FILE = "";

    private final TrainModel model;
    private final Controls parts;
    private final Texts texts;

    private final Supplier<@Nullable Path> chooser;
    private @Nullable Node owner;

    NetCards(TrainModel model, Controls parts) {
        this(model, parts, null);
    }

    /** With another way to ask for a file than the system's window, if any. */
    NetCards(TrainModel model, Controls parts, @Nullable Supplier<@Nullable Path> chooser) {
        this.model = model;
        this.parts = parts;
        this.texts = parts.texts();
        this.chooser = chooser == null ? this::askForFile : chooser;
    }

    VBox teacher() {
        FormGrid form = new FormGrid(parts);
        ObservableValue<Boolean> toy =
                model.settingsProperty().map(now -> now.data().equals(TrainSettings.TOY));
        Picker<String> source = new Picker<>(
                "train-teacher-source",
                offered(),
                texts,
                this::name,
                model.settingsProperty().map(NetCards::origin),
                this::take);
        form.control(
                source,
                "train.teacher.source",
                "train.teacher.source.tip",
                texts.live(this::refusal, model.teacher().problemProperty()));
        source.disableProperty().bind(toy);
        owner = source;
        model.settingsProperty().subscribe(now -> source.offer(offered()));
        LayersField layers = new LayersField(
                "train-teacher-layers",
                TEACHERS,
                model,
                now -> now.teacher().layers(),
                (draft, widths) -> draft.teacher = layers(draft.teacher, widths));
        form.layers(layers, "train.layers", "train.teacher.layers.tip");
        layers.disableProperty().bind(toy);
        NumberField epochs = new NumberField(
                "train-teacher-epochs",
                true,
                1,
                1000,
                model,
                now -> now.teacher().epochs(),
                (draft, count) -> draft.teacher = TeacherSettings.trained(draft.teacher.layers(), (int) count));
        Controls.showIf(
                epochs, model.settingsProperty().map(now -> now.teacher().source() == Source.TRAINED));
        form.number(epochs, "train.teacher.epochs", "train.teacher.epochs.tip");
        form.reading("train-teacher-parameters", "train.parameters", parameters(now -> now.teacher()
                .layers()));
        form.reading(
                "train-teacher-errors",
                "train.test-errors",
                texts.live(this::errors, model.reading().readyProperty()));
        VBox card = parts.card("train.teacher", form);
        card.getStyleClass().add("teacher-card");
        return card;
    }

    VBox students() {
        FormGrid form = new FormGrid(parts);
        LayersField layers = new LayersField(
                "train-student-layers",
                STUDENTS,
                model,
                TrainSettings::student,
                (draft, widths) -> draft.student = widths);
        form.layers(layers, "train.layers", "train.student.layers.tip");
        form.reading("train-student-parameters", "train.parameters", parameters(TrainSettings::student));
        form.reading("train-student-size", "train.size", texts.live(this::size, model.settingsProperty()));
        Label twins = parts.prose("train-twins", texts.text("train.twins"), "quiet");
        VBox card = parts.card("train.students", form, twins);
        card.getStyleClass().add("student-card");
        return card;
    }

    /** Where a teacher may come from; a file that is chosen has an item of its own, so that another can be named. */
    private List<String> offered() {
        List<String> origins = new ArrayList<>(List.of(SHIPPED, SHIPPED_CNN, TRAINED, UNTRAINED));
        String file = model.settings().teacher().file();
        if (!file.isEmpty()) {
            origins.add(file);
        }
        origins.add(ANOTHER_FILE);
        return origins;
    }

    private static String origin(TrainSettings settings) {
        TeacherSettings teacher = settings.teacher();
        return switch (teacher.source()) {
            case SHIPPED -> teacher.layers().convolutional() ? SHIPPED_CNN : SHIPPED;
            case TRAINED -> TRAINED;
            case UNTRAINED -> UNTRAINED;
            case FILE -> teacher.file();
        };
    }

    private String name(String origin) {
        return switch (origin) {
            case SHIPPED, SHIPPED_CNN, TRAINED, UNTRAINED -> texts.get("train.source." + origin);
            case ANOTHER_FILE -> texts.get("train.source.file");
            default -> String.valueOf(Path.of(origin).getFileName());
        };
    }

    private void take(String origin) {
        NetSpec layers = model.settings().teacher().layers();
        switch (origin) {
            case SHIPPED -> model.teacher().choose(TeacherSettings.shipped());
            case SHIPPED_CNN -> model.teacher().choose(TeacherSettings.shipped(TeacherSettings.CONVOLUTIONAL));
            case TRAINED -> model.teacher().choose(TeacherSettings.trained(layers, TEACHER_EPOCHS));
            case UNTRAINED -> model.teacher().choose(TeacherSettings.untrained(layers));
            default -> {
                Path file = origin.equals(ANOTHER_FILE) ? chooser.get() : Path.of(origin);
                if (file != null) {
                    model.teacher().choose(file);
                }
            }
        }
    }

    private @Nullable Path askForFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("train.teacher.file.title"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        texts.get("train.teacher.file.kind"), "*" + Ending.NPZ.text(), "*.NPZ"));
        File file =
                chooser.showOpenDialog(owner == null ? null : owner.getScene().getWindow());
        return file == null ? null : file.toPath();
    }

    /** The included teacher cannot have other layers than it has: a sentence that says what to do instead. */
    private String refusal() {
        Problem problem = model.teacher().problemProperty().get();
        if (problem == null) {
            return "";
        }
        boolean included = problem.key().equals("refused.ends");
        return included
                ? texts.get("train.refused.shipped")
                : texts.get(problem.key(), problem.arguments().toArray());
    }

    /** The included teachers and one from a file cannot be another net: whoever wants one has it trained. */
    private static TeacherSettings layers(TeacherSettings before, NetSpec widths) {
        return before.source() == Source.UNTRAINED
                ? TeacherSettings.untrained(widths)
                : TeacherSettings.trained(widths, before.source() == Source.TRAINED ? before.epochs() : TEACHER_EPOCHS);
    }

    private ObservableValue<String> parameters(Function<TrainSettings, NetSpec> net) {
        return texts.live(
                () -> texts.get("train.count", net.apply(model.settings()).parameters()), model.settingsProperty());
    }

    private String errors() {
        TrainEvent.Ready ready = model.reading().readyProperty().get();
        return ready == null
                ? "–"
                : texts.get(
                        "train.of",
                        ready.teacherScore().errors(),
                        ready.data().test().count());
    }

    private String size() {
        double ratio = (double) model.settings().teacher().layers().parameters()
                / model.settings().student().parameters();
        if (ratio > 0.995 && ratio < 1.005) {
            return texts.get("train.same-size");
        }
        String times = String.format(Locale.ROOT, "%.1f", ratio > 1 ? ratio : 1 / ratio);
        return texts.get(ratio > 1 ? "train.smaller" : "train.larger", times);
    }
}
