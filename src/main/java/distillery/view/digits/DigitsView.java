package distillery.view.digits;

import distillery.data.Problem;
import distillery.lab.Appearance;
import distillery.lab.digits.Answers;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.DigitsPage;
import distillery.lab.digits.Panel;
import distillery.lab.explore.ExploreModel;
import distillery.lesson.Target;
import distillery.view.Assets;
import distillery.view.ColumnLayout;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.SegmentedControl;
import distillery.view.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Digits screen: draw one, see what the nets say to it, and look through all test digits. */
public final class DigitsView extends BorderPane {
    /** Text at normal size, in pixels. */
    private static final double NORMAL_TEXT = 14;

    private final DigitsModel model;
    private final Texts texts;
    private final AnswersCard answers;
    private final PadFiles files;
    private final StringBinding status;

    public DigitsView(DigitsModel model, ExploreModel explore, Appearance appearance, Texts texts) {
        this.model = model;
        this.texts = texts;
        Controls parts = new Controls(texts);
        files = new PadFiles(model, explore, this, texts);
        setId("digits");
        getStyleClass().add("digits");
        getStylesheets().addAll(Assets.styleSheet("controls"), Assets.styleSheet("digits"));
        PadCard pad = LessonAnchors.mark(new PadCard(model, appearance, parts, files), Target.DIGITS_PAD);
        VBox pages = LessonAnchors.beside(pages(appearance, parts), Target.DIGITS_ANSWERS);
        answers = LessonAnchors.mark(
                new AnswersCard(
                        model, appearance, parts, pad.visibleProperty().map(seen -> !seen), pages.visibleProperty()),
                Target.DIGITS_ANSWERS);
        ColumnLayout.slim(answers, answers.reduced());
        answers.files().acceptDrops(this);
        VBox left = new VBox(pad);
        VBox middle = new VBox(answers);
        VBox right = new VBox(pages);
        VBox.setVgrow(answers, Priority.ALWAYS);
        VBox.setVgrow(right.getChildren().get(0), Priority.ALWAYS);
        List.of(left, middle, right).forEach(column -> column.getStyleClass().add("column"));
        setCenter(new ColumnLayout(
                appearance.textScaleProperty().multiply(NORMAL_TEXT),
                new ColumnLayout.Column(left, 0, 20),
                new ColumnLayout.Column(middle, 0.35, 18.5),
                new ColumnLayout.Column(right, 0.65, 30.5)));
        status = texts.live(this::facts, model.panelProperty(), model.loadingProperty(), model.troubleProperty());
        model.watchedProperty().bind(sceneProperty().isNotNull());
    }

    private VBox pages(Appearance appearance, Controls parts) {
        SegmentedControl<DigitsPage> choice = new SegmentedControl<>(
                "digits-page",
                model.pageProperty(),
                List.of(
                        DigitsPage.BROWSER,
                        DigitsPage.CONFUSION,
                        DigitsPage.SOFT_LABELS,
                        DigitsPage.INSIDE,
                        DigitsPage.MAP,
                        DigitsPage.MISSING),
                page -> texts.text("digits.page." + page.id()));
        choice.setMinHeight(USE_PREF_SIZE);
        StackPane stack = new StackPane(
                page(new BrowserPage(model, appearance, parts), DigitsPage.BROWSER, Target.DIGITS_BROWSER),
                page(new ConfusionPage(model, appearance, parts), DigitsPage.CONFUSION, Target.DIGITS_CONFUSION),
                page(new SoftLabelsPage(model, appearance, parts), DigitsPage.SOFT_LABELS, Target.DIGITS_SOFT_LABELS),
                page(new InsidePage(model, appearance, parts), DigitsPage.INSIDE, Target.DIGITS_INSIDE),
                page(new HiddenMapPage(model, appearance, parts), DigitsPage.MAP, Target.DIGITS_MAP),
                page(new MissingPage(model, appearance, parts), DigitsPage.MISSING, Target.DIGITS_MISSING));
        VBox.setVgrow(stack, Priority.ALWAYS);
        VBox card = new VBox(LessonAnchors.aside(choice), stack);
        card.getStyleClass().addAll("card", "pages");
        return card;
    }

    private Node page(Node content, DigitsPage page, Target target) {
        return LessonAnchors.page(content, target, Bindings.equal(model.pageProperty(), page));
    }

    /** What the status line says of this screen. */
    public StringBinding statusText() {
        return status;
    }

    public void focusTemperature() {
        answers.focusTemperature();
    }

    /** Saves what is on the pad. */
    public void export() {
        Answers shown = model.answersProperty().get();
        if (shown != null && shown.digit() >= 0) {
            files.saveSeen();
        } else if (!model.drawing().pad().drawingProperty().get().isEmpty()) {
            files.saveDrawing();
        }
    }

    private String facts() {
        Panel panel = model.panelProperty().get();
        Problem trouble = model.troubleProperty().get();
        if (panel == null) {
            return trouble == null
                    ? texts.get("digits.loading")
                    : texts.get(trouble.key(), trouble.arguments().toArray());
        }
        return texts.get(
                "digits.status",
                panel.test().count(),
                panel.teacher().net().spec().toString(),
                panel.teacher().confusion().errors());
    }
}
