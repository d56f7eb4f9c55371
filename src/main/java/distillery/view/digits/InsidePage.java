package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.lab.digits.Answers;
import distillery.lab.digits.DigitNet;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.InsideDigit;
import distillery.lab.digits.Panel;
import distillery.train.ArmName;
import distillery.train.FeatureMaps;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.Picker;
import distillery.view.SegmentedControl;
import distillery.view.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What teacher and student make of a digit on the way to one logit, side by side. */
final class InsidePage extends VBox {
    private static final int CLASSES = 10;

    /** What of it is looked at. */
    private enum Subject {
        WEIGHTS,
        MAPS,
        UNITS,
        GAZE;

        String key() {
            return "digits.inside.subject." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final DigitsModel model;
    private final Controls parts;
    private final Texts texts;
    private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>(this, "subject", Subject.UNITS);
    private final StringProperty maps = new SimpleStringProperty(this, "maps", "pool1");
    private final NetPane teacher;
    private final NetPane student;
    private final ToggleButton sum;

    InsidePage(DigitsModel model, Appearance appearance, Controls parts) {
        this.model = model;
        this.parts = parts;
        texts = parts.texts();
        teacher = new NetPane("digits-inside-teacher", appearance, texts);
        student = new NetPane("digits-inside-student", appearance, texts);
        sum = parts.button(new ToggleButton(), "digits-inside-sum", "digits.inside.write", "digits.inside.write.tip");
        MatrixGrid panes = new MatrixGrid(List.of(teacher, student));
        VBox.setVgrow(panes, Priority.ALWAYS);
        getStyleClass().add("digits-page");
        setId("digits-inside");
        getChildren()
                .setAll(
                        new HBox(LessonAnchors.rowHead(), subjects()),
                        tools(),
                        panes,
                        sum("digits-inside-sum-teacher", true),
                        sum("digits-inside-sum-student", false),
                        words());
        ObservableValue<?>[] causes = {model.inside().digitProperty(), subject, maps, appearance.languageProperty()};
        for (ObservableValue<?> cause : causes) {
            cause.addListener((property, before, now) -> show());
        }
        show();
    }

    private SegmentedControl<Subject> subjects() {
        SegmentedControl<Subject> subjects = new SegmentedControl<>(
                "digits-inside-subject", subject, List.of(Subject.values()), each -> texts.text(each.key()));
        subjects.setMinHeight(USE_PREF_SIZE);
        return subjects;
    }

    private FlowPane tools() {
        BooleanBinding ofMaps = Bindings.createBooleanBinding(
                () -> subject.get() == Subject.MAPS || subject.get() == Subject.GAZE, subject);
        Controls.showIf(sum, subject.isEqualTo(Subject.UNITS));
        FlowPane tools = new FlowPane(
                BrowserPage.named(parts, "digits.inside.class", classes()),
                BrowserPage.named(parts, "digits.inside.student", students()),
                Controls.showIf(BrowserPage.named(parts, "digits.inside.layer", layers()), ofMaps),
                BrowserPage.named(parts, "digits.inside.sum-title", sum));
        tools.getChildren().get(3).visibleProperty().bind(sum.visibleProperty());
        tools.getChildren().get(3).managedProperty().bind(sum.visibleProperty());
        tools.getStyleClass().add("filters");
        tools.setMinHeight(USE_PREF_SIZE);
        return tools;
    }

    private Picker<Integer> classes() {
        return new Picker<>(
                "digits-inside-class",
                IntStream.range(-1, CLASSES).boxed().toList(),
                texts,
                index -> index < 0 ? texts.get("digits.inside.first-choice") : String.valueOf(index),
                model.inside().chosenProperty().asObject(),
                index -> model.inside().chosenProperty().set(index));
    }

    /** A student as it can be chosen: its name depends on nothing else. */
    private record Named(ArmName arm, String file) {
        static Optional<Named> of(DigitNet net) {
            return net.arm().map(arm -> new Named(arm, net.file()));
        }
    }

    private Picker<Named> students() {
        ObservableValue<@Nullable Named> chosen = Bindings.createObjectBinding(
                () -> Optional.ofNullable(model.panelProperty().get())
                        .flatMap(panel ->
                                Named.of(panel.student(model.studentProperty().get())))
                        .orElse(null),
                model.panelProperty(),
                model.studentProperty());
        Picker<Named> picker = new Picker<>(
                "digits-inside-arm",
                List.of(),
                texts,
                student -> NetWords.of(student.arm(), student.file(), texts),
                chosen,
                student -> model.studentProperty().set(student.arm()));
        model.panelProperty().subscribe(panel -> picker.offer(students(panel)));
        return picker;
    }

    private static List<Named> students(@Nullable Panel panel) {
        return panel == null
                ? List.of()
                : panel.nets().stream().flatMap(net -> Named.of(net).stream()).toList();
    }

    private Picker<String> layers() {
        Picker<String> picker = new Picker<>(
                "digits-inside-layer", List.of(), texts, name -> InsideSights.layer(name, texts), maps, maps::set);
        model.inside().digitProperty().subscribe(seen -> {
            if (seen != null) {
                picker.offer(names(seen));
            }
        });
        return picker;
    }

    /** The layers of either net that make maps. */
    private static List<String> names(InsideDigit seen) {
        return Stream.of(seen.ofTeacher(), seen.ofStudent())
                .flatMap(net -> net.maps().stream())
                .map(FeatureMaps::name)
                .distinct()
                .toList();
    }

    private Label sum(String id, boolean ofTeacher) {
        ObservableValue<@Nullable InsideDigit> seen = model.inside().digitProperty();
        Label written = parts.prose(
                id,
                texts.live(
                        () -> seen.getValue() == null ? "" : new InsideSights(seen.getValue(), ofTeacher, texts).sum(),
                        seen));
        return Controls.showIf(
                written,
                sum.selectedProperty()
                        .and(subject.isEqualTo(Subject.UNITS))
                        .and(model.inside().digitProperty().isNotNull()));
    }

    private Label words() {
        return parts.prose(
                "digits-inside-words",
                texts.live(
                        () -> {
                            Answers answers = model.answersProperty().get();
                            return answers != null && answers.isBlank()
                                    ? texts.get("digits.blank")
                                    : texts.get(subject.get().key() + ".words");
                        },
                        subject,
                        model.answersProperty()),
                "quiet");
    }

    private void show() {
        InsideDigit seen = model.inside().digitProperty().get();
        teacher.sightProperty().set(seen == null ? null : sight(new InsideSights(seen, true, texts)));
        student.sightProperty().set(seen == null ? null : sight(new InsideSights(seen, false, texts)));
    }

    private NetSight sight(InsideSights of) {
        return switch (subject.get()) {
            case WEIGHTS -> of.weights();
            case MAPS -> of.maps(maps.get());
            case UNITS -> of.units();
            case GAZE -> of.gaze(maps.get());
        };
    }
}
