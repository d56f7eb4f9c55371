package distillery.view.train;

import distillery.lab.Appearance;
import distillery.lab.Messages.Complaint;
import distillery.lab.RunReading;
import distillery.lab.TrainModel;
import distillery.lesson.Target;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import distillery.view.Assets;
import distillery.view.Columns;
import distillery.view.Targets;
import distillery.view.Texts;
import distillery.view.Typing;
import java.util.Optional;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The Train screen: settings on the left, curves in the middle, the batch of the moment on the right. */
public final class TrainView extends BorderPane {
    /** Text at normal size, in pixels. */
    private static final double NORMAL_TEXT = 14;

    private final TrainModel model;
    private final Texts texts;
    private final KnowledgeCard knowledge;
    private final SaveMenu save;
    private final StringBinding status;

    public TrainView(TrainModel model, Appearance appearance, Texts texts) {
        this.model = model;
        this.texts = texts;
        Parts parts = new Parts(texts);
        knowledge = new KnowledgeCard(model, parts);
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
                Targets.mark(new PresetCard(model, parts), Target.TRAIN_PRESET),
                Targets.mark(both(nets.teacher(), nets.students()), Target.TRAIN_NETS),
                Targets.mark(knowledge, Target.TRAIN_KNOWLEDGE),
                Targets.mark(new LearningCard(model, parts), Target.TRAIN_LEARNING),
                Targets.mark(new DataCard(model, parts), Target.TRAIN_DATA));
        left.getStyleClass().add("column");
        left.getChildren().forEach(TrainView::keepWhole);
        VBox curves = Targets.mark(new VBox(new ChartTools(model, save, parts), charts), Target.TRAIN_CHARTS);
        curves.getStyleClass().add("column");
        keepWhole(curves.getChildren().get(0));
        VBox.setVgrow(charts, Priority.ALWAYS);
        VBox.setVgrow(curves, Priority.ALWAYS);
        VBox middle = new VBox(
                new RunBar(model, parts),
                new ChainStrip(model, parts),
                new Notices(model, parts),
                curves,
                Targets.mark(new VerdictStrip(model, parts), Target.TRAIN_VERDICT));
        middle.getStyleClass().add("column");
        middle.getChildren().stream().filter(part -> part != curves).forEach(TrainView::keepWhole);
        BatchCard batch = Targets.mark(new BatchCard(model, appearance, parts), Target.TRAIN_BATCH);
        VBox right = new VBox(batch);
        VBox.setVgrow(batch, Priority.ALWAYS);
        right.getStyleClass().addAll("column", "batch-column");
        model.askBefore(this::untaken);
        setCenter(new Columns(
                appearance.textScaleProperty().multiply(NORMAL_TEXT),
                new Columns.Column(left, 0, 21),
                new Columns.Column(middle, 1, 27),
                new Columns.Column(right, 0, 18)));
    }

    /** What the status line says of this screen. */
    public StringBinding statusText() {
        return status;
    }

    public void focusTemperature() {
        knowledge.focusTemperature();
    }

    public void focusAlpha() {
        knowledge.focusAlpha();
    }

    /** Opens the menu of what can be saved. */
    public void export() {
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

    private String facts() {
        TrainSettings settings = model.settings();
        RunReading reading = model.reading();
        TrainEvent.Ready ready = reading.readyProperty().get();
        if (ready == null) {
            return texts.get(
                    reading.stage() == RunReading.Stage.PREPARING ? "train.status.preparing" : "train.status.waiting");
        }
        String kept = texts.get(
                ready.softLabelsKept() && !settings.teacherMoves() ? "train.status.kept" : "train.status.asked");
        String name = ready.data().name().equals(TrainSettings.TOY)
                ? texts.get("train.data.toy")
                : ready.data().name();
        return texts.get(
                "train.status", name, ready.images(), ready.data().train().count(), kept);
    }
}
