package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.lab.digits.DigitFilter;
import distillery.lab.digits.DigitMap;
import distillery.lab.digits.DigitNet;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.DigitsPage;
import distillery.train.HiddenPlane;
import distillery.view.Controls;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
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
        getStyleClass().add("digits-page");
        setId("digits-map");
        getChildren()
                .setAll(
                        panes,
                        parts.prose(
                                "digits-map-likeness",
                                texts.live(this::likeness, model.map().mapProperty())),
                        parts.prose("digits-map-words", texts.text("digits.map.words"), "quiet"));
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
        model.filterProperty().set(DigitFilter.ALL);
        model.amongProperty().set(digits);
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
                NetWords.of(net, texts),
                texts.get("digits.map.shares", Numbers.percent(shares[0]), Numbers.percent(shares[1])),
                NetWords.role(net));
    }

    private String likeness() {
        DigitMap map = model.map().mapProperty().get();
        if (map == null) {
            return texts.get("digits.map.drawing");
        }
        return Double.isNaN(map.likeness())
                ? texts.get("digits.map.unlike")
                : texts.get(
                        "digits.map.likeness",
                        Numbers.loss(map.likeness()),
                        map.digits().size());
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
