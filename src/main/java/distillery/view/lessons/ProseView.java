package distillery.view.lessons;

import distillery.lesson.Prose;
import distillery.view.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A text of a lesson as nodes: paragraphs, lists, formulas, pictures. */
final class ProseView extends VBox {
    /** As in {@code T = 4}, which no line should end in the middle of. */
    private static final Pattern EQUATION = Pattern.compile("(?<=\\p{L}) ([=→]) (?=[\\d−∞])");

    /** Between a Chinese character and a number: there can be a break before the character, and none is needed here. */
    private static final Pattern BESIDE_NUMBER =
            Pattern.compile("(?<=\\p{IsHan}) (?=[+−]?\\d)|(?<=[\\d%]) (?=\\p{IsHan})");

    /** As in {@code +0.494}, with what belongs to it; Java's line breaker would end a line at the point. */
    private static final Pattern SIGNED = Pattern.compile("(?<!\\p{Ps})\\p{Ps}*+[+−]\\d+\\.\\d+%?[\\p{Po}\\p{Pe}]*");

    ProseView(Prose prose, String... styles) {
        getStyleClass().add("prose");
        getStyleClass().addAll(styles);
        prose.blocks().forEach(block -> getChildren().add(node(block)));
    }

    private static Node node(Prose.Block block) {
        if (block instanceof Prose.Paragraph paragraph) {
            return flow(paragraph.spans());
        }
        if (block instanceof Prose.Items items) {
            return list(items);
        }
        if (block instanceof Prose.Formula formula) {
            return new Fitted(new Formula(formula.latex(), formula.plain()));
        }
        if (block instanceof Prose.Refused refused) {
            return flow(List.of(refused));
        }
        return new PictureView((Prose.Picture) block);
    }

    private static TextFlow flow(List<Prose.Span> spans) {
        TextFlow flow = new TextFlow();
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText(new Prose.Paragraph(spans).plain());
        spans.forEach(span -> add(flow, span, List.of()));
        return flow;
    }

    private static void add(TextFlow flow, Prose.Span span, List<String> styles) {
        if (span instanceof Prose.Text text) {
            flow.getChildren().addAll(words(text.text(), styles));
        } else if (span instanceof Prose.Code code) {
            flow.getChildren().add(word(code.text(), with(styles, "code")));
        } else if (span instanceof Prose.Symbol symbol) {
            flow.getChildren().add(new Formula(symbol.latex(), symbol.plain()));
        } else if (span instanceof Prose.Refused refused) {
            flow.getChildren().add(word(refused.source(), with(styles, "code")));
            flow.getChildren().add(word(" (" + refused.reason() + ")", with(styles, "refused")));
        } else if (span instanceof Prose.Emphasis emphasis) {
            emphasis.spans().forEach(inner -> add(flow, inner, with(styles, "emphasis")));
        } else if (span instanceof Prose.Strong strong) {
            strong.spans().forEach(inner -> add(flow, inner, with(styles, "strong")));
        }
    }

    private static List<String> with(List<String> styles, String more) {
        return Stream.concat(styles.stream(), Stream.of(more)).toList();
    }

    /** The text in pieces that may be broken, and those that may not. */
    private static List<Node> words(String text, List<String> styles) {
        List<Node> words = new ArrayList<>();
        Matcher signed = SIGNED.matcher(text);
        int from = 0;
        while (signed.find()) {
            words.add(word(text.substring(from, signed.start()), styles));
            Text whole = word(signed.group(), styles);
            whole.setTextOrigin(VPos.TOP); // or a group would not know its base line
            words.add(new Group(whole));
            from = signed.end();
        }
        words.add(word(text.substring(from), styles));
        return words;
    }

    private static Text word(String words, List<String> styles) {
        String whole = EQUATION.matcher(words).replaceAll("\u00a0$1\u00a0");
        Text text = new Text(BESIDE_NUMBER.matcher(whole).replaceAll("\u00a0"));
        text.getStyleClass().addAll(styles);
        return text;
    }

    private static Node list(Prose.Items items) {
        VBox list = new VBox();
        list.getStyleClass().add("prose");
        for (int i = 0; i < items.items().size(); i++) {
            Label mark = new Label(items.numbered() ? (i + 1) + "." : "•");
            mark.setMinWidth(USE_PREF_SIZE);
            ProseView text = new ProseView(items.items().get(i));
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox line = new HBox(mark, text);
            line.getStyleClass().add("item");
            list.getChildren().add(line);
        }
        return list;
    }

    /** A formula in the middle of its line; one that is too wide for it becomes smaller. */
    private static final class Fitted extends Pane {
        private final Formula formula;

        private Fitted(Formula formula) {
            super(formula);
            this.formula = formula;
            getStyleClass().add("display");
        }

        private double scale(double width) {
            return width <= 0 ? 1 : Math.min(1, width / formula.prefWidth(-1));
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }

        @Override
        protected double computePrefHeight(double width) {
            return snappedTopInset() + Math.ceil(formula.prefHeight(-1) * scale(width)) + snappedBottomInset();
        }

        @Override
        protected void layoutChildren() {
            double scale = scale(getWidth());
            formula.autosize();
            formula.setScaleX(scale);
            formula.setScaleY(scale);
            layoutInArea(
                    formula,
                    (getWidth() - formula.prefWidth(-1)) / 2,
                    snappedTopInset() - formula.prefHeight(-1) * (1 - scale) / 2,
                    formula.prefWidth(-1),
                    formula.prefHeight(-1),
                    0,
                    Pos.CENTER.getHpos(),
                    Pos.CENTER.getVpos());
        }
    }
}
