package distillery.view.loss;

import distillery.lab.loss.LossKind;
import distillery.lab.loss.LossNumbers;
import distillery.lab.loss.LossReading;
import distillery.loss.AlphaConvention;
import distillery.view.Formula;
import distillery.view.LessonAnchors;
import distillery.view.Numbers;
import distillery.view.SegmentedControl;
import distillery.view.WrappingPair;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The loss on screen as a formula, each of its terms with its number below. */
final class FormulaCard extends VBox {
    /** Gives every symbol the same height, so that all numbers stand in one line. */
    private static final String STRUT = "\\vphantom{(T^2}";

    /** The weights of DKD, whose paper calls them α and β; here α is always the balance of soft and hard. */
    static final String TARGET_WEIGHT = "w_t";

    static final String NON_TARGET_WEIGHT = "w_n";

    /** No formula is as wide, in pixels: where there is room, it has one line. */
    private static final double UNBROKEN = 1e4;

    private final LossControls parts;
    private final FlowPane line = new Line();
    private final Map<Term, VBox> terms = new EnumMap<>(Term.class);

    /** The formula; {@code showAround} begins the way around the screen. */
    FormulaCard(LossControls parts, Runnable showAround) {
        this.parts = parts;
        getStyleClass().addAll("card", "formula-card");
        line.setId("loss-formula");
        line.getStyleClass().add("formula-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPrefWrapLength(UNBROKEN);
        Formula where = new Formula(
                "p=\\mathrm{softmax}(v/T)\\qquad q=\\mathrm{softmax}(z/T)\\qquad q_1=\\mathrm{softmax}(z)",
                "p = softmax(v / T), q = softmax(z / T), q1 = softmax(z)");
        where.getStyleClass().add("small-formula");
        HBox choices = new HBox(kinds(), tour(showAround));
        choices.setAlignment(Pos.CENTER_RIGHT);
        choices.getStyleClass().add("choices");
        getChildren().setAll(new WrappingPair(line, new WrappingPair(where, choices)));
        parts.model().explore().conventionProperty().subscribe(convention -> build());
        parts.model().kindProperty().subscribe(kind -> build());
    }

    private HBox kinds() {
        SegmentedControl<LossKind> kinds = new SegmentedControl<>(
                "loss-kind", parts.model().kindProperty(), List.of(LossKind.values()), value -> parts.texts()
                        .text("loss.kind." + value.name().toLowerCase(Locale.ROOT)));
        HBox row = new HBox(LessonAnchors.rowHead(), kinds);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button tour(Runnable begin) {
        FontIcon sign = new FontIcon(Feather.MAP);
        sign.getStyleClass().add("icon");
        Button button = new Button("", sign);
        button.setId("loss-tour");
        button.getStyleClass().add("icon-button");
        button.accessibleTextProperty().bind(parts.texts().text("loss.tour"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(parts.texts().text("loss.tour.tip"));
        button.setTooltip(tooltip);
        button.disableProperty().bind(parts.model().tour().waitingProperty());
        button.setOnAction(pressed -> begin.run());
        return button;
    }

    private void build() {
        boolean onSoft = parts.model().explore().conventionProperty().get() == AlphaConvention.ALPHA_ON_SOFT;
        String soft = onSoft ? "\\alpha" : "(1-\\alpha)";
        String hard = onSoft ? "(1-\\alpha)" : "\\alpha";
        if (parts.model().kindProperty().get() == LossKind.HINTON) {
            line.getChildren()
                    .setAll(
                            symbol(Term.TOTAL, "\\mathcal{L}"),
                            sign("="),
                            symbol(Term.SOFT_WEIGHT, soft),
                            sign("\\cdot"),
                            symbol(Term.SQUARED, "T^2"),
                            sign("\\cdot"),
                            symbol(Term.DIVERGENCE, "\\mathrm{KL}(p\\,\\|\\,q)"),
                            sign("+"),
                            symbol(Term.HARD_WEIGHT, hard),
                            sign("\\cdot"),
                            symbol(Term.HARD, "\\mathrm{CE}(y,q_1)"));
        } else { // without dots between factors: it is long
            line.getChildren()
                    .setAll(
                            symbol(Term.TOTAL, "\\mathcal{L}"),
                            sign("="),
                            symbol(Term.SOFT_WEIGHT, soft),
                            symbol(Term.SQUARED, "T^2"),
                            sign("\\bigl("),
                            symbol(Term.TARGET_WEIGHT, TARGET_WEIGHT),
                            symbol(Term.TARGET, "\\mathrm{TCKD}"),
                            sign("+"),
                            symbol(Term.NON_TARGET_WEIGHT, NON_TARGET_WEIGHT),
                            symbol(Term.NON_TARGET, "\\mathrm{NCKD}"),
                            sign("\\bigr)"),
                            sign("+"),
                            symbol(Term.HARD_WEIGHT, hard),
                            symbol(Term.HARD, "\\mathrm{CE}(y,q_1)"));
        }
    }

    /** A sign between terms, as high as they are. */
    private static Node sign(String latex) {
        Label noNumber = new Label(" ");
        noNumber.getStyleClass().add("figure");
        VBox sign = new VBox(new Formula(STRUT + latex, ""), noNumber);
        sign.getStyleClass().add("sign");
        sign.setAlignment(Pos.TOP_CENTER);
        return sign;
    }

    /** A term's node with this symbol above its number. */
    private Node symbol(Term term, String latex) {
        VBox node = terms.computeIfAbsent(term, this::term);
        node.getChildren().set(0, new Formula(STRUT + latex, ""));
        return node;
    }

    private VBox term(Term term) {
        VBox node = new VBox(new Region(), parts.figure("loss-term-" + term.id(), numbers -> value(term, numbers)));
        node.setId("loss-term-box-" + term.id());
        node.getStyleClass().addAll("term", term.id());
        node.setAlignment(Pos.TOP_CENTER);
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.TEXT);
        node.accessibleTextProperty().bind(parts.live(reading -> words(term, reading)));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(node.accessibleTextProperty());
        Tooltip.install(node, tooltip);
        parts.lighting().join(node, EnumSet.of(term), term.kin());
        return node;
    }

    private String words(Term term, LossReading reading) {
        String shown = value(term, reading.shown());
        String truth = value(term, reading.truth());
        return parts.withTruth(parts.texts().get("loss.term." + term.id(), shown), truth.equals(shown) ? "" : truth);
    }

    private String value(Term term, LossNumbers numbers) {
        LossReading reading = parts.model().reading();
        return switch (term) {
            case TOTAL -> Numbers.loss(numbers.total());
            case SOFT_WEIGHT -> Numbers.plain(reading.softWeight());
            case SQUARED -> Numbers.plain(numbers.factor());
            case DIVERGENCE -> Numbers.factor(numbers.soft());
            case TARGET_WEIGHT -> Numbers.plain(reading.settings().targetWeight());
            case TARGET -> Numbers.factor(reading.target());
            case NON_TARGET_WEIGHT -> Numbers.plain(reading.settings().nonTargetWeight());
            case NON_TARGET -> Numbers.factor(reading.nonTarget());
            case HARD_WEIGHT -> Numbers.plain(reading.hardWeight());
            case HARD -> Numbers.loss(numbers.hard());
        };
    }

    /** A line that wants as much room as it fills, where a plain one wants all the room before it would break. */
    private static final class Line extends FlowPane {
        @Override
        protected double computePrefWidth(double height) {
            double parts = getManagedChildren().stream()
                    .mapToDouble(part -> snapSizeX(part.prefWidth(-1)))
                    .sum();
            return snappedLeftInset() + parts + snappedRightInset();
        }
    }
}
