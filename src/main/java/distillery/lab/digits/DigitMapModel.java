package distillery.lab.digits;

import distillery.data.Samples;
import distillery.net.Weights;
import distillery.train.HiddenPlane;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Makes the map of the test digits while it is on show, and finds the shown picture's place on it. */
@SuppressWarnings("ReferenceEquality") // a map is of one panel, not of one like it
public final class DigitMapModel {
    /** Test digits on the map. */
    static final int MOST = 1_000;

    private final DigitsModel model;
    private final Executor window;
    private final Newest mapping;
    private final Newest placing;
    private final ReadOnlyObjectWrapper<@Nullable DigitMap> map = new ReadOnlyObjectWrapper<>(this, "map");
    private final ReadOnlyObjectWrapper<DigitMap.@Nullable Place> place = new ReadOnlyObjectWrapper<>(this, "place");

    /** A teacher's plane, kept while its students learn; only the asking thread touches it. */
    private @Nullable Known known;

    private record Known(Weights teacher, Samples test, HiddenPlane plane) {}

    DigitMapModel(DigitsModel model, Executor asker, Executor window) {
        this.model = model;
        this.window = window;
        mapping = new Newest(asker);
        placing = new Newest(asker);
        model.panelProperty().addListener((property, before, now) -> draw());
        model.studentProperty().addListener((property, before, now) -> draw());
        model.pageProperty().addListener((property, before, now) -> {
            draw();
            place();
        });
        model.answersProperty().addListener((property, before, now) -> place());
        map.addListener((property, before, now) -> place());
    }

    /** The map; null until it is drawn. */
    public ReadOnlyObjectProperty<@Nullable DigitMap> mapProperty() {
        return map.getReadOnlyProperty();
    }

    /** Where the shown picture lies; null if it has no ink. */
    public ReadOnlyObjectProperty<DigitMap.@Nullable Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    private boolean isWatched() {
        return model.pageProperty().get() == DigitsPage.MAP;
    }

    private void draw() {
        Panel panel = model.panelProperty().get();
        DigitMap drawn = map.get();
        if (panel == null) {
            map.set(null);
            return;
        }
        DigitNet student = panel.student(model.studentProperty().get());
        if (!isWatched() || (drawn != null && drawn.panel() == panel && drawn.student() == student)) {
            return;
        }
        mapping.run(() -> {
            DigitMap next = map(panel, student);
            window.execute(() -> {
                if (panel == model.panelProperty().get()) {
                    map.set(next);
                }
            });
        });
    }

    private DigitMap map(Panel panel, DigitNet student) {
        int[] digits = spread(panel.test().count());
        HiddenPlane ofTeacher = teacher(panel, digits);
        HiddenPlane ofStudent = HiddenPlane.of(student.net(), panel.test(), digits);
        return new DigitMap(
                panel,
                student,
                Arrays.stream(digits).boxed().toList(),
                ofTeacher,
                ofStudent,
                ofTeacher.likeness(ofStudent));
    }

    /** The numbers of the digits on the map, evenly spread over all. */
    static int[] spread(int all) {
        int count = Math.min(MOST, all);
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * all / count))
                .toArray();
    }

    private HiddenPlane teacher(Panel panel, int[] digits) {
        Weights weights = panel.teacher().net().weights();
        Known before = known;
        boolean same = before != null
                && before.teacher().spec().equals(weights.spec())
                && Arrays.equals(before.teacher().values(), weights.values())
                && before.test() == panel.test();
        HiddenPlane plane = same && before != null
                ? before.plane()
                : HiddenPlane.of(panel.teacher().net(), panel.test(), digits);
        known = new Known(weights, panel.test(), plane);
        return plane;
    }

    private void place() {
        DigitMap drawn = map.get();
        Answers answers = model.answersProperty().get();
        boolean watched = isWatched() && drawn != null && answers != null;
        if (!watched || drawn == null || answers == null || answers.isBlank() || answers.panel() != drawn.panel()) {
            place.set(null);
        } else {
            placing.run(() -> {
                DigitMap.Place found = new DigitMap.Place(
                        drawn,
                        drawn.ofTeacher().place(drawn.panel().teacher().net(), answers.picture()),
                        drawn.ofStudent().place(drawn.student().net(), answers.picture()));
                window.execute(() -> {
                    if (drawn == map.get() && answers == model.answersProperty().get()) {
                        place.set(found);
                    }
                });
            });
        }
    }
}
