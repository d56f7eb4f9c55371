package distillery.view.digits;

import distillery.data.AtomicFile;
import distillery.data.Csv;
import distillery.lab.Appearance;
import distillery.lab.digits.DigitFilter;
import distillery.lab.digits.DigitMap;
import distillery.lab.digits.DigitNet;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.DigitsPage;
import distillery.lab.digits.LikenessModel;
import distillery.lab.digits.MarkedDigits;
import distillery.train.HiddenPlane;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.Numbers;
import distillery.view.Texts;
import distillery.view.picture.Figure;
import distillery.view.picture.FigurePage;
import distillery.view.shell.FigureSave;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The test digits as the last hidden layers of teacher and student sort them. */
@SuppressWarnings("ReferenceEquality") // a place is on one map, not on one like it
final class HiddenMapPage extends VBox {
    private final DigitsModel model;
    private final Texts texts;
    private final HiddenPlanePane teacher;
    private final HiddenPlanePane student;

    HiddenMapPage(DigitsModel model, Appearance appearance, Controls parts) {
        this.model = model;
        texts = parts.texts();
        IntegerProperty led = new SimpleIntegerProperty(this, "led", -1);
        teacher = new HiddenPlanePane(
                "digits-map-teacher", appearance, texts, led, model.digitProperty()::set, this::browse);
        student = new HiddenPlanePane(
                "digits-map-student", appearance, texts, led, model.digitProperty()::set, this::browse);
        MatrixGrid panes = new MatrixGrid(List.of(teacher, student));
        VBox.setVgrow(panes, Priority.ALWAYS);
        LikenessPane curve = new LikenessPane(model.likeness(), appearance, texts);
        Controls.showIf(curve, model.likeness().valuesProperty().map(values -> values.size() > 1));
        FigureSave save = new FigureSave("digits-save-map", "map", model::save, parts, this::picture, this::table);
        save.disableProperty().bind(model.map().mapProperty().isNull());
        save.table("digits-save-likeness", "digits.save.likeness", "likeness", this::likenessTable)
                .disableProperty()
                .bind(curve.visibleProperty().not());
        HBox tools = new HBox(LessonAnchors.rowHead(), Controls.space(), LessonAnchors.aside(save));
        tools.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("digits-page");
        setId("digits-map");
        getChildren()
                .setAll(
                        tools,
                        panes,
                        parts.prose(
                                "digits-map-likeness",
                                texts.live(
                                        this::likeness,
                                        model.map().mapProperty(),
                                        model.likeness().valuesProperty())),
                        curve,
                        LessonAnchors.aside(parts.prose("digits-map-words", texts.text("digits.map.words"), "quiet")));
        model.map().mapProperty().addListener((property, before, now) -> {
            led.set(-1);
            show();
        });
        model.map().placeProperty().addListener((property, before, now) -> show());
        appearance.languageProperty().addListener((property, before, now) -> show());
        show();
    }

    /** Shows these digits in the browser. */
    private void browse(Set<Integer> digits) {
        model.browser().look(MarkedDigits.onMap(digits), DigitFilter.ALL);
        model.pageProperty().set(DigitsPage.BROWSER);
    }

    private void show() {
        DigitMap map = model.map().mapProperty().get();
        teacher.shownProperty()
                .set(
                        map == null
                                ? null
                                : shown(map, map.panel().teacher(), map.ofTeacher(), DigitMap.Place::ofTeacher));
        student.shownProperty()
                .set(map == null ? null : shown(map, map.student(), map.ofStudent(), DigitMap.Place::ofStudent));
    }

    private ShownPlane shown(DigitMap map, DigitNet net, HiddenPlane plane, Function<DigitMap.Place, double[]> ofNet) {
        double[] shares = plane.plane().shares();
        return new ShownPlane(
                map,
                plane.plane().points(),
                Optional.ofNullable(model.map().placeProperty().get())
                        .filter(place -> place.map() == map)
                        .map(ofNet),
                new NetHead(
                        NetWords.of(net, texts),
                        texts.get("digits.map.shares", Numbers.percent(shares[0]), Numbers.percent(shares[1])),
                        NetWords.role(net)));
    }

    private String likeness() {
        DigitMap map = model.map().mapProperty().get();
        if (map == null) {
            return texts.get("digits.map.drawing");
        }
        String now = Double.isNaN(map.likeness())
                ? texts.get("digits.map.unlike")
                : texts.get(
                        "digits.map.likeness",
                        Numbers.loss(map.likeness()),
                        map.digits().size());
        boolean grows = model.likeness().valuesProperty().get().size() > 1;
        return texts.paragraph(List.of(now, grows ? texts.get("digits.likeness.words") : ""));
    }

    private Optional<FigurePage> picture() {
        return Optional.ofNullable(model.map().mapProperty().get()).map(map -> {
            List<Figure> figures = new ArrayList<>();
            for (HiddenPlanePane pane : List.of(teacher, student)) {
                pane.figure().ifPresent(figures::add);
            }
            List<LikenessModel.Value> values = model.likeness().valuesProperty().get();
            if (values.size() > 1) {
                figures.add(new Figure.Curves(LikenessPane.numbers(
                        values, NetWords.role(map.student()), NetWords.of(map.student(), texts), texts)));
            }
            List<String> foot = new ArrayList<>(NetWords.foot(map.panel(), texts));
            foot.add(likeness());
            return new FigurePage(texts.get("digits.page.map"), figures, foot);
        });
    }

    private Optional<AtomicFile.Content> table() {
        return Optional.ofNullable(model.map().mapProperty().get()).map(map -> Csv.file(map::write));
    }

    private Optional<AtomicFile.Content> likenessTable() {
        List<LikenessModel.Value> values = model.likeness().valuesProperty().get();
        return Optional.of(Csv.file(out -> LikenessModel.write(out, values)));
    }

    /** The digit at a place of the map's list, in a sentence. */
    static String spoken(DigitMap map, int index, Texts texts) {
        int digit = map.digits().get(index);
        return texts.get(
                "digits.map.digit",
                digit,
                map.panel().test().className(map.panel().test().label(digit)),
                map.panel().test().className(map.panel().teacher().taken()[digit]),
                map.panel().test().className(map.student().taken()[digit]));
    }
}
