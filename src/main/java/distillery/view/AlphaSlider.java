package distillery.view;

import distillery.loss.AlphaConvention;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A slider for how much the teacher's soft labels count in the loss. The track runs from labels only to teacher only,
 * in words, whatever α stands for; a switch says which of the two weights is called α and changes nothing else.
 */
public final class AlphaSlider extends VBox {
    private final Texts texts;
    private final ScaleSlider slider = new ScaleSlider(Scale.SHARE, 0.5);
    private final ObjectProperty<AlphaConvention> convention =
            new SimpleObjectProperty<>(this, "convention", AlphaConvention.ALPHA_ON_SOFT);
    /** Weights that no α stands for; null while the slider says them. */
    private final ObjectProperty<@Nullable Free> free = new SimpleObjectProperty<>(this, "free");

    private record Free(double soft, double hard) {}

    public AlphaSlider(String id, Texts texts) {
        this.texts = texts;
        setId(id);
        getStyleClass().add("alpha");
        getStylesheets().add(Assets.styleSheet("controls"));
        slider.setId(id + "-slider");
        slider.accessibleTextProperty()
                .bind(texts.live(
                        () -> texts.get("explore.alpha.question") + " " + weights(),
                        softWeightProperty(),
                        convention,
                        free));
        Tooltip keys = new Tooltip();
        keys.textProperty().bind(texts.text("explore.alpha.keys"));
        slider.setTooltip(keys);
        getChildren().setAll(header(id), slider, ends(id));
    }

    /** The weight of T² · soft, 0 to 1; the hard loss has the rest. */
    public DoubleProperty softWeightProperty() {
        return slider.amountProperty();
    }

    public ObjectProperty<AlphaConvention> conventionProperty() {
        return convention;
    }

    /** Says these weights in words, whatever the thumb can show of them. */
    public void showWeights(double soft, double hard) {
        boolean shares = soft == softWeightProperty().get() && hard == AlphaConvention.rest(soft);
        free.set(shares ? null : new Free(soft, hard));
    }

    @Override
    public void requestFocus() {
        slider.requestFocus();
    }

    private HBox header(String id) {
        Label alpha = new Label();
        alpha.setId(id + "-value");
        alpha.getStyleClass().add("card-title");
        alpha.textProperty()
                .bind(texts.live(
                        () -> "α = "
                                + (free.get() != null
                                        ? "–"
                                        : Numbers.plain(convention
                                                .get()
                                                .alpha(softWeightProperty().get()))),
                        softWeightProperty(),
                        convention,
                        free));
        alpha.setMinWidth(USE_PREF_SIZE);
        Label question = new OptionalLabel("quiet");
        question.textProperty().bind(texts.text("explore.alpha.question"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        SegmentedControl<AlphaConvention> meaning = new SegmentedControl<>(
                id + "-convention",
                convention,
                List.of(AlphaConvention.values()),
                value -> texts.text(
                        value == AlphaConvention.ALPHA_ON_SOFT ? "explore.alpha.on-soft" : "explore.alpha.on-hard"));
        meaning.setMinWidth(USE_PREF_SIZE);
        HBox header = new HBox(alpha, question, space, meaning);
        header.getStyleClass().add("alpha-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private BorderPane ends(String id) {
        Label labels = new Label();
        labels.textProperty().bind(texts.text("explore.alpha.labels-only"));
        Label teacher = new Label();
        teacher.textProperty().bind(texts.text("explore.alpha.teacher-only"));
        labels.setMinWidth(USE_PREF_SIZE);
        teacher.setMinWidth(USE_PREF_SIZE);
        Label middle = new OptionalLabel("quiet", "between");
        middle.setId(id + "-weights");
        middle.textProperty().bind(texts.live(this::weights, softWeightProperty(), free));
        return new BorderPane(middle, null, teacher, null, labels);
    }

    private String weights() {
        Free other = free.get();
        double soft = other != null ? other.soft() : softWeightProperty().get();
        double hard = other != null ? other.hard() : AlphaConvention.rest(soft);
        return texts.get("explore.alpha.weights", Numbers.plain(soft), Numbers.plain(hard));
    }
}
