package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.lab.digits.BrowserModel;
import distillery.lab.digits.DigitFilter;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.MarkedDigits;
import distillery.lab.digits.Panel;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.Picker;
import distillery.view.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All test digits, those that a filter lets through, in an order of one's choice. */
final class BrowserPage extends VBox {
    private static final int CLASSES = 10;

    private final DigitsModel model;
    private final BrowserModel browser;
    private final Controls parts;
    private final Texts texts;
    private final DigitGrid grid;

    BrowserPage(DigitsModel model, Appearance appearance, Controls parts) {
        this.model = model;
        browser = model.browser();
        this.parts = parts;
        texts = parts.texts();
        grid = new DigitGrid(model, appearance, texts);
        VBox.setVgrow(grid, Priority.ALWAYS);
        FlowPane filters = new FlowPane(
                named(parts, "digits.filter", kinds()),
                named(
                        parts,
                        "digits.filter.label",
                        classes("digits-label", filter -> filter.label(), DigitFilter::labelled)),
                named(
                        parts,
                        "digits.filter.taken",
                        classes(
                                "digits-taken",
                                filter -> filter.taken(),
                                (filter, taken) -> filter.takenFor(taken, filter.byTeacher()))),
                named(parts, "digits.order", orders()),
                named(parts, "digits.number", number()));
        filters.getStyleClass().add("filters");
        filters.setMinHeight(USE_PREF_SIZE);
        Label count = parts.label(
                texts.live(this::count, browser.foundProperty(), model.panelProperty(), browser.filterProperty()),
                "quiet");
        count.setId("digits-count");
        Button all = parts.button(new Button(), "digits-all", "digits.all", "digits.all.tip");
        all.setOnAction(pressed -> browser.look(MarkedDigits.NONE, DigitFilter.ALL));
        all.disableProperty()
                .bind(browser.filterProperty()
                        .isEqualTo(DigitFilter.ALL)
                        .and(browser.markedProperty().isEqualTo(MarkedDigits.NONE)));
        HBox line = new HBox(LessonAnchors.head(count), Controls.space(), all);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("digits-page");
        setId("digits-browser");
        getChildren().setAll(filters, line, grid);
    }

    /** A control below its name. */
    static VBox named(Controls parts, String key, Control control) {
        Label name = parts.label(key, "quiet");
        name.setLabelFor(control);
        control.accessibleTextProperty().bind(name.textProperty());
        VBox both = new VBox(name, control);
        both.getStyleClass().add("named");
        return both;
    }

    private Picker<DigitFilter.Kind> kinds() {
        return new Picker<>(
                "digits-kind",
                List.of(DigitFilter.Kind.values()),
                texts,
                kind -> texts.get("digits.filter." + id(kind)),
                browser.filterProperty().map(DigitFilter::kind),
                kind -> browser.filterProperty()
                        .set(browser.filterProperty().get().with(kind)));
    }

    private Picker<DigitFilter.Order> orders() {
        return new Picker<>(
                "digits-order",
                List.of(DigitFilter.Order.values()),
                texts,
                order -> texts.get("digits.order." + id(order)),
                browser.filterProperty().map(DigitFilter::order),
                order -> browser.filterProperty()
                        .set(browser.filterProperty().get().by(order)));
    }

    private interface Narrow {
        DigitFilter to(DigitFilter filter, int index);
    }

    private Picker<Integer> classes(String id, Function<DigitFilter, Integer> read, Narrow narrow) {
        ObservableValue<Integer> chosen = browser.filterProperty().map(read);
        return new Picker<>(
                id,
                IntStream.range(-1, CLASSES).boxed().toList(),
                texts,
                index -> index < 0 ? texts.get("digits.any") : name(index),
                chosen,
                index -> browser.filterProperty()
                        .set(narrow.to(browser.filterProperty().get(), index)));
    }

    private String name(int index) {
        Panel panel = model.panelProperty().get();
        return panel == null || index >= panel.classes()
                ? String.valueOf(index)
                : panel.test().className(index);
    }

    /** Goes to a digit by its number. */
    private TextField number() {
        TextField field = new TextField();
        field.setId("digits-number");
        field.setPrefColumnCount(5);
        model.digitProperty()
                .subscribe(digit -> field.setText(digit.intValue() < 0 ? "" : String.valueOf(digit.intValue())));
        field.setOnAction(entered -> {
            Panel panel = model.panelProperty().get();
            String typed = field.getText().strip();
            if (panel != null
                    && typed.matches("[0-9]{1,7}")
                    && Integer.parseInt(typed) < panel.test().count()) {
                model.digitProperty().set(Integer.parseInt(typed));
                grid.reveal();
            } else {
                field.selectAll();
            }
        });
        return parts.tip(field, "digits.number.tip");
    }

    private String count() {
        Panel panel = model.panelProperty().get();
        if (panel == null) {
            return texts.get("digits.loading");
        }
        DigitFilter filter = browser.filterProperty().get();
        String found = texts.get(
                "digits.count",
                browser.foundProperty().get().size(),
                panel.test().count());
        return texts.paragraph(List.of(
                found,
                marked(),
                filter.taken() < 0
                        ? ""
                        : texts.get(
                                filter.byTeacher() ? "digits.taken.teacher" : "digits.taken.student",
                                name(filter.taken()))));
    }

    private String marked() {
        MarkedDigits marked = browser.markedProperty().get();
        int count = marked.digits().size();
        return marked.then()
                .map(cell -> texts.get(
                        "digits.among.cell",
                        count,
                        name(cell.label()),
                        NetWords.of(cell.net(), texts),
                        name(cell.taken()),
                        cell.epoch()))
                .orElseGet(() -> count == 0 ? "" : texts.get("digits.among", count));
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
