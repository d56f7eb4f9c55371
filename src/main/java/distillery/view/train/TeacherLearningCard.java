package distillery.view.train;

import distillery.lab.Appearance;
import distillery.lab.train.RunState;
import distillery.lab.train.TrainCurves;
import distillery.lab.train.TrainModel;
import distillery.train.TrainEvent.TeacherLearning;
import distillery.view.Controls;
import distillery.view.Numbers;
import distillery.view.Role;
import distillery.view.Texts;
import distillery.view.chart.CurveChart;
import distillery.view.chart.Range;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A teacher that is trained here while it learns: its loss, and its accuracy on the test digits. */
final class TeacherLearningCard extends VBox {
    /** Where the axis of accuracy begins: a teacher is past this after its first epoch. */
    private static final double FLOOR = 0.8;

    private final TrainModel model;
    private final Texts texts;

    TeacherLearningCard(TrainModel model, Appearance appearance, Controls parts) {
        this.model = model;
        texts = parts.texts();
        RunState run = model.reading();
        TrainCurves curves = run.curves();
        CurveChart loss = new CurveChart("train-teacher-loss", texts, appearance);
        loss.titleProperty().bind(texts.text("train.teacher.loss"));
        loss.unitProperty().bind(texts.text("train.unit.hard"));
        loss.logarithmicProperty().set(true);
        loss.add(Role.TEACHER, curves.teacherLoss(), texts.text("train.teacher-bar"));
        CurveChart accuracy = new CurveChart("train-teacher-accuracy", texts, appearance);
        accuracy.titleProperty().bind(texts.text("train.teacher.accuracy"));
        accuracy.unitProperty().bind(texts.text("train.unit.accuracy"));
        accuracy.rangeProperty().set(new Range(FLOOR, 1));
        accuracy.add(Role.TEACHER, curves.teacherLearned(), texts.text("train.teacher-bar"));
        for (CurveChart chart : new CurveChart[] {loss, accuracy}) {
            chart.smoothingProperty().set(0);
            chart.setStyle("-fx-min-width: 0;");
            HBox.setHgrow(chart, Priority.ALWAYS);
            run.beatProperty().addListener((property, before, now) -> chart.changed());
        }
        HBox charts = new HBox(loss, accuracy);
        charts.setFillHeight(true);
        charts.getStyleClass().add("chart-tools");
        VBox.setVgrow(charts, Priority.ALWAYS);
        getStyleClass().add("card");
        getChildren()
                .setAll(
                        parts.label("train.teacher.learns", "card-title"),
                        charts,
                        parts.prose(
                                "train-teacher-learning", texts.live(this::words, run.teachingProperty()), "quiet"));
    }

    /** Whether there is anything to see: a teacher learns, and the students wait for it. */
    static ObservableValue<Boolean> learning(TrainModel model) {
        RunState run = model.reading();
        return run.teachingProperty()
                .flatMap(now -> run.stageProperty().map(stage -> stage == RunState.Stage.PREPARING))
                .orElse(false);
    }

    private String words() {
        TeacherLearning now = model.reading().teachingProperty().get();
        if (now == null) {
            return "";
        }
        long epoch = (long) Math.ceil(now.epoch());
        String loss = Numbers.loss(now.loss());
        return now.isTest()
                ? texts.get("train.teacher.tested", epoch, now.epochs(), loss, now.testErrors())
                : texts.get("train.teacher.learning", epoch, now.epochs(), loss);
    }
}
