package distillery.view.train;

import distillery.lab.train.TrainModel;
import distillery.net.NetSpec;
import distillery.train.TeacherSettings;
import distillery.train.TeacherSettings.Source;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import distillery.view.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Who teaches, and who learns. */
final class NetCards {
    /** Hidden layers on offer, each width with its dash. */
    private static final List<String> TEACHERS =
            List.of("800-800-", "1200-1200-", "400-400-", "128-", "c16-p2-c32-p2-128-");

    private static final List<String> STUDENTS = List.of("128-", "32-", "16-", "800-800-", "", "c4-p2-c8-p2-32-");
    private static final int TEACHER_EPOCHS = 8;

    /** Whether the teacher on board was wanted for nets of another size. */
    private final BooleanProperty refused = new SimpleBooleanProperty(this, "refused");

    private final TrainModel model;
    private final TrainControls parts;
    private final Texts texts;

    NetCards(TrainModel model, TrainControls parts) {
        this.model = model;
        this.parts = parts;
        this.texts = parts.texts();
    }

    VBox teacher() {
        FormGrid form = new FormGrid(parts);
        ObservableValue<Boolean> toy =
                model.settingsProperty().map(now -> now.data().equals(TrainSettings.TOY));
        Picker<Source> source = new Picker<>(
                "train-teacher-source",
                List.of(Source.values()),
                texts,
                value -> texts.get("train.source." + value.name().toLowerCase(Locale.ROOT)),
                model.settingsProperty().map(now -> now.teacher().source()),
                this::take);
        form.control(
                source,
                "train.teacher.source",
                "train.teacher.source.tip",
                texts.live(() -> refused.get() ? texts.get("train.refused.shipped") : "", refused));
        source.disableProperty().bind(toy);
        model.settingsProperty().subscribe(now -> refused.set(false));
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
        TrainControls.showIf(
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

    private void take(Source source) {
        NetSpec layers = model.settings().teacher().layers();
        TeacherSettings teacher =
                switch (source) {
                    case SHIPPED -> TeacherSettings.shipped();
                    case TRAINED -> TeacherSettings.trained(layers, TEACHER_EPOCHS);
                    case UNTRAINED -> new TeacherSettings(Source.UNTRAINED, layers, 1, 0, 0, 0);
                };
        refused.set(model.edit(draft -> draft.teacher = teacher).isPresent());
    }

    /** The teacher on board cannot be another net: whoever wants one has it trained. */
    private static TeacherSettings layers(TeacherSettings before, NetSpec widths) {
        return before.source() == Source.UNTRAINED
                ? new TeacherSettings(Source.UNTRAINED, widths, 1, 0, 0, 0)
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
