package distillery.view.train;

import distillery.lab.Appearance;
import distillery.lab.Messages.Complaint;
import distillery.lab.train.PlaneModel;
import distillery.lab.train.RunState;
import distillery.lab.train.TrainModel;
import distillery.lesson.Target;
import distillery.train.CastFactory;
import distillery.train.DataChoice;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import distillery.view.Assets;
import distillery.view.ColumnLayout;
import distillery.view.Controls;
import distillery.view.Drawer;
import distillery.view.LessonAnchors;
import distillery.view.Texts;
import distillery.view.Typing;
import java.util.Optional;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The Train screen: settings in a drawer on the left, curves and verdict in the middle, where they are never scrolled away,
 * and the batch of the moment on the right or below. A chart can be given all of it.
 */
public final class TrainView extends BorderPane {
    /** Text at normal size, in pixels. */
    private static final double NORMAL_TEXT = 14;

    private final TrainModel model;
    private final Texts texts;
    private final KnowledgeCard knowledge;
    private final SaveMenu save;
    private final Drawer drawer;
    private final ColumnLayout columns;
    private final StringBinding status;
    private final MethodsPage methods;
    private final PlaneCard plane;
    /** The batch of the moment, or the plane. */
    private final VBox seen;

    public TrainView(TrainModel model, Appearance appearance, Texts texts) {
        this.model = model;
        this.texts = texts;
        Controls parts = new Controls(texts);
        knowledge = new KnowledgeCard(model, appearance, parts);
        ChartBoard charts = new ChartBoard(model, appearance, texts);
        save = new SaveMenu(model, charts, parts);
        status = texts.live(
                this::facts,
                model.settingsProperty(),
                model.reading().readyProperty(),
                model.reading().stageProperty());
        setId("train");
        getStyleClass().add("train");
        getStylesheets().addAll(Assets.styleSheet("controls"), Assets.styleSheet("train"));
        NetCards nets = new NetCards(model, parts);
        VBox left = new VBox(
                LessonAnchors.mark(new PresetCard(model, parts), Target.TRAIN_PRESET),
                LessonAnchors.mark(both(nets.teacher(), nets.students()), Target.TRAIN_NETS),
                LessonAnchors.mark(knowledge, Target.TRAIN_KNOWLEDGE),
                LessonAnchors.mark(new LearningCard(model, parts), Target.TRAIN_LEARNING),
                LessonAnchors.mark(new DataCard(model, parts), Target.TRAIN_DATA));
        left.getStyleClass().add("column");
        drawer = new Drawer(left);
        left.addEventHandler(KeyEvent.KEY_PRESSED, this::putAway);
        left.getChildren().forEach(TrainView::keepWhole);
        ObservableValue<Boolean> teacherLearns = TeacherLearningCard.learning(model);
        TeacherLearningCard teacher = Controls.showIf(new TeacherLearningCard(model, appearance, parts), teacherLearns);
        Controls.showIf(charts, teacherLearns.map(learns -> !learns));
        VBox.setVgrow(teacher, Priority.ALWAYS);
        VBox curves =
                LessonAnchors.mark(new VBox(new ChartTools(model, save, parts), charts, teacher), Target.TRAIN_CHARTS);
        curves.getStyleClass().add("column");
        keepWhole(curves.getChildren().get(0));
        VBox.setVgrow(charts, Priority.ALWAYS);
        VBox.setVgrow(curves, Priority.ALWAYS);
        VerdictStrip verdict = LessonAnchors.mark(
                new VerdictStrip(model, appearance, parts, this::compareMethods), Target.TRAIN_VERDICT);
        VBox.setVgrow(verdict, Priority.SOMETIMES); // it shrinks before the curves do
        VBox middle = new VBox(
                LessonAnchors.aside(new SettingsLine(model, drawer, parts)),
                new RunBar(model, parts),
                new StepTimeline(model, parts),
                new Notices(model, parts),
                curves,
                verdict);
        middle.getStyleClass().addAll("column", "stage");
        middle.getChildren().stream()
                .filter(part -> part != curves && part != verdict)
                .forEach(TrainView::keepWhole);
        BatchCard batch = new BatchCard(model, appearance, parts);
        ObservableValue<Boolean> onPlane =
                model.settingsProperty().map(now -> PlaneModel.of(now).isPresent());
        Controls.showIf(batch, onPlane.map(is -> !is));
        plane = Controls.showIf(new PlaneCard(model, appearance, parts), onPlane);
        seen = LessonAnchors.mark(new VBox(batch, plane), Target.TRAIN_BATCH);
        VBox.setVgrow(batch, Priority.ALWAYS);
        VBox.setVgrow(plane, Priority.ALWAYS);
        VBox right = new VBox(seen);
        VBox.setVgrow(seen, Priority.ALWAYS);
        right.getStyleClass().addAll("column", "batch-column");
        model.askBefore(this::untaken);
        columns = new ColumnLayout(
                appearance.textScaleProperty().multiply(NORMAL_TEXT),
                drawer,
                new ColumnLayout.Column(left, 0, 19),
                new ColumnLayout.Column(middle, 1, 52.5, 39),
                new ColumnLayout.Column(right, 0, 16));
        setCenter(columns);
        charts.enlargedProperty().subscribe(chart -> enlarge(chart, charts));
        plane.largeProperty().addListener((property, before, now) -> enlargePlane(now));
        onPlane.subscribe(
                is -> plane.largeProperty().set(is && plane.largeProperty().get()));
        methods = new MethodsPage(model, appearance, parts, this::backFromMethods);
        model.inLessonProperty().addListener((property, before, now) -> {
            if (methods.getScene() != null) {
                setCenter(columns); // a lesson speaks of what is there
            }
        });
    }

    /** Gives the whole screen to the methods side by side, until they are put away. */
    private void compareMethods() {
        StackPane alone = new StackPane(methods);
        alone.getStyleClass().add("alone");
        setCenter(alone);
        methods.focus();
    }

    private void backFromMethods() {
        setCenter(columns);
        lookup("#train-methods").requestFocus();
    }

    /** Gives one chart the whole screen, or all of it back to everything; Escape does that, too. */
    private void enlarge(@Nullable Node chart, ChartBoard charts) {
        if (chart == null) {
            setCenter(columns);
            return;
        }
        StackPane alone = new StackPane(chart);
        alone.getStyleClass().add("alone");
        alone.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                charts.takeBack();
                key.consume();
            }
        });
        setCenter(alone);
    }

    /** Gives the plane the whole screen, or its place back; Escape does that, too. */
    private void enlargePlane(boolean large) {
        seen.getChildren().remove(plane);
        if (!large) {
            setCenter(columns);
            seen.getChildren().add(plane);
            return;
        }
        StackPane alone = new StackPane(plane);
        alone.getStyleClass().add("alone");
        alone.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                plane.largeProperty().set(false);
                key.consume();
            }
        });
        setCenter(alone);
    }

    private void putAway(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && drawer.isOver()) {
            drawer.close();
            lookup("#train-settings").requestFocus();
            key.consume();
        }
    }

    /** What the status line says of this screen. */
    public StringBinding statusText() {
        return status;
    }

    public void focusTemperature() {
        Drawer.reveal(knowledge);
        knowledge.focusTemperature();
    }

    public void focusAlpha() {
        Drawer.reveal(knowledge);
        knowledge.focusAlpha();
    }

    /** Opens the menu of what can be saved. */
    public void export() {
        if (methods.getScene() != null) {
            methods.export();
            return;
        }
        save.requestFocus();
        save.show();
    }

    /** A number that could not be taken is not to be replaced by the old one unseen. */
    private Optional<Complaint> untaken() {
        Optional<Typing> refused = Typing.untaken(Typing.in(this));
        refused.ifPresent(Typing::point);
        return refused.map(each -> each.complaint("typed.start"));
    }

    private static VBox both(VBox teacher, VBox students) {
        VBox nets = new VBox(teacher, students);
        nets.getStyleClass().add("column");
        nets.getChildren().forEach(TrainView::keepWhole);
        return nets;
    }

    /** Where there is no room, one scrolls: nothing is squeezed. */
    private static void keepWhole(Node part) {
        ((Region) part).setMinHeight(USE_PREF_SIZE);
    }

    private static String stage(RunState.Stage stage) {
        return switch (stage) {
            case IDLE, PREPARING -> "train.status.preparing";
            case READY -> "train.status.ready";
            case RUNNING -> "train.status.running";
            case RESTING -> "train.status.resting";
            case FINISHED -> "train.status.finished";
            case DIVERGED -> "train.status.diverged";
            case COMPARING -> "train.status.comparing";
            case FAILED -> "train.status.failed";
        };
    }

    private String facts() {
        TrainSettings settings = model.settings();
        RunState reading = model.reading();
        TrainEvent.Ready ready = reading.readyProperty().get();
        if (ready == null) {
            return texts.get(
                    reading.stage() == RunState.Stage.PREPARING ? "train.status.preparing" : "train.status.waiting");
        }
        String kept = texts.get(
                ready.softLabelsKept() && !settings.teacherMoves() ? "train.status.kept" : "train.status.asked");
        boolean points = DataChoice.of(ready.data().name()).arePoints();
        String name =
                points ? DataName.of(ready.data().name(), texts) : ready.data().name();
        String heldOut = ready.heldOut() == 0
                ? texts.get("train.status.none-held-out")
                : texts.get("train.status.held-out", ready.heldOut());
        return texts.get(
                "train.status",
                name,
                ready.images(),
                ready.data().train().count(),
                heldOut,
                kept,
                texts.get(stage(reading.stage())),
                texts.get(CastFactory.of(settings).areTwins() ? "train.status.twins" : "train.status.batches"));
    }
}
