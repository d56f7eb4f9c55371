package distillery.view.compare;

import distillery.lab.Appearance;
import distillery.lab.compare.CompareModel;
import distillery.lab.compare.ComparePage;
import distillery.lab.train.TrainModel;
import distillery.lesson.Target;
import distillery.view.Assets;
import distillery.view.ColumnLayout;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.SegmentedControl;
import distillery.view.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Compare screen: runs that are kept, their curves side by side, and the map of a sweep. */
public final class CompareView extends BorderPane {
    /** Text at normal size, in pixels. */
    private static final double NORMAL_TEXT = 14;

    private final CompareModel model;
    private final Texts texts;
    private final RunsCard runs;
    private final CompareSave save;
    private final SweepMapPage map;
    private final CostPage cost;
    private final StringBinding status;

    public CompareView(CompareModel model, TrainModel train, Appearance appearance, Texts texts) {
        this.model = model;
        this.texts = texts;
        Controls parts = new Controls(texts);
        setId("compare");
        getStyleClass().add("compare");
        getStylesheets().addAll(Assets.styleSheet("controls"), Assets.styleSheet("compare"));
        CurvesPage curves = new CurvesPage(model, appearance, parts);
        map = new SweepMapPage(model.sweep(), train, appearance, parts);
        cost = new CostPage(model.measure(), train, model::toTrain, appearance, parts);
        save = new CompareSave(model, train, curves::numbers, parts);
        runs = new RunsCard(model, train, appearance, parts, save);
        BooleanBinding nothing = Bindings.isEmpty(model.runs())
                .and(model.knownProperty())
                .and(Bindings.isEmpty(model.refused()))
                .and(Bindings.isEmpty(model.deleted()));
        Node table = LessonAnchors.page(
                runs,
                Target.COMPARE_RUNS,
                nothing.not().and(isAt(ComparePage.COST).not()));
        Node pages = pages(curves, nothing, parts);
        VBox left = new VBox(table);
        VBox right = new VBox(pages);
        List.of(left, right).forEach(column -> column.getStyleClass().add("column"));
        List.of(table, pages).forEach(card -> VBox.setVgrow(card, Priority.ALWAYS));
        setCenter(new ColumnLayout(
                appearance.textScaleProperty().multiply(NORMAL_TEXT),
                choice(),
                new ColumnLayout.Column(left, 0.5, 30),
                new ColumnLayout.Column(right, 0.5, 28)));
        status = texts.live(this::facts, model.runs(), model.chosen());
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                model.visit();
            }
        });
    }

    /** Above both columns: it must not move when the table leaves its room to a page that has no use for it. */
    private HBox choice() {
        SegmentedControl<ComparePage> choice = new SegmentedControl<>(
                "compare-page",
                model.pageProperty(),
                List.of(ComparePage.values()),
                page -> texts.text("compare.page." + page.id()));
        choice.setMinHeight(USE_PREF_SIZE);
        HBox row = new HBox(LessonAnchors.mark(new HBox(LessonAnchors.rowHead(), choice), Target.COMPARE_PAGES));
        row.getStyleClass().add("page-choice");
        return row;
    }

    private Node pages(CurvesPage curves, BooleanBinding nothing, Controls parts) {
        NoRuns noRuns = new NoRuns(model, this::openSweep, parts);
        BooleanBinding atCurves = isAt(ComparePage.CURVES);
        StackPane stack = new StackPane(
                LessonAnchors.page(curves, Target.COMPARE_CURVES, atCurves.and(nothing.not())),
                Controls.showIf(noRuns, atCurves.and(nothing)),
                LessonAnchors.page(map, Target.COMPARE_MAP, isAt(ComparePage.MAP)),
                LessonAnchors.page(cost, Target.COMPARE_COST, isAt(ComparePage.COST)));
        stack.getStyleClass().addAll("card", "pages");
        return stack;
    }

    private BooleanBinding isAt(ComparePage page) {
        return Bindings.equal(model.pageProperty(), page);
    }

    private void openSweep() {
        model.pageProperty().set(ComparePage.MAP);
        map.open();
    }

    /** What the status line says of this screen. */
    public StringBinding statusText() {
        return status;
    }

    /** Pins what is chosen, or lets it go. */
    public void pin() {
        runs.pin();
    }

    /** Opens the menu of what can be saved of the page on show. */
    public void export() {
        switch (model.pageProperty().get()) {
            case CURVES -> {
                save.requestFocus();
                save.show();
            }
            case MAP -> map.export();
            case COST -> cost.export();
        }
    }

    private String facts() {
        return texts.get("compare.status", model.runs().size(), model.chosen().size());
    }
}
