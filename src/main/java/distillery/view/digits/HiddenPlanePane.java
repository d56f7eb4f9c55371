package distillery.view.digits;

import distillery.data.Samples;
import distillery.lab.Appearance;
import distillery.lab.Look;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Texts;
import distillery.view.explore.ClassLooks;
import distillery.view.picture.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * The test digits in the plane of one net: each is written where it lies. A click or Enter chooses the one led over, arrows
 * lead to the next one in their direction, and a rectangle is dragged over several; with keys, Shift and an arrow stretch it.
 */
final class HiddenPlanePane extends PaintedPane {
    private static final double REACH_EM = 1;
    private static final double LEAST_DRAG = 5;
    private static final double STRETCH_EM = 1.5;

    private final Texts texts;
    private final Canvas above = new Canvas();
    private final ObjectProperty<@Nullable ShownPlane> shown = new SimpleObjectProperty<>(this, "shown");
    private final IntegerProperty led;
    private final Consumer<Integer> choose;
    private final Consumer<Set<Integer>> mark;
    private final DraggedRectangle marking = new DraggedRectangle();

    /**
     * A pane for teacher or student.
     *
     * @param led the place in the map's list that is led over, in both panes; -1 for none
     * @param choose told the number of a digit
     * @param mark told the numbers of several
     */
    HiddenPlanePane(
            String id,
            Appearance appearance,
            Texts texts,
            IntegerProperty led,
            Consumer<Integer> choose,
            Consumer<Set<Integer>> mark) {
        super(appearance);
        atLeast(NetHead.NARROWEST, NetHead.NARROWEST + NetHead.HEIGHT);
        this.texts = texts;
        this.led = led;
        this.choose = choose;
        this.mark = mark;
        setId(id);
        getStyleClass().add("matrix");
        cover(above);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleHelpProperty().bind(texts.text("digits.map.help"));
        repaintAfter(shown);
        InvalidationListener cover = cause -> cover();
        List.of(led, focusedProperty()).forEach(cause -> cause.addListener(cover));
        setOnMouseMoved(mouse -> led.set(nearest(mouse.getX(), mouse.getY())));
        setOnMouseExited(mouse -> led.set(-1));
        setOnMousePressed(this::press);
        setOnMouseDragged(mouse -> {
            marking.to(new Point2D(mouse.getX(), mouse.getY()));
            cover();
        });
        setOnMouseReleased(mouse -> release());
        onKeys(this::press);
    }

    ObjectProperty<@Nullable ShownPlane> shownProperty() {
        return shown;
    }

    private PlaneScale scale(ShownPlane map) {
        double margin = HiddenPlanePainter.RING_EM * em();
        return PlaneScale.of(
                map.points(),
                new Rectangle2D(
                        margin,
                        NetHead.HEIGHT * em() + margin,
                        Math.max(1, getWidth() - 2 * margin),
                        Math.max(1, getHeight() - NetHead.HEIGHT * em() - 2 * margin)));
    }

    /** Where the digit at this place of the list lies; for tests, too. */
    Point2D at(int index) {
        ShownPlane map = shown.get();
        return map == null ? Point2D.ZERO : scale(map).point(index);
    }

    private int nearest(double x, double y) {
        ShownPlane map = shown.get();
        return map == null ? -1 : scale(map).nearest(new Point2D(x, y), REACH_EM * em());
    }

    private void press(MouseEvent mouse) {
        requestFocus();
        marking.begin(new Point2D(mouse.getX(), mouse.getY()));
        led.set(nearest(mouse.getX(), mouse.getY()));
    }

    private void release() {
        Rectangle2D marked = marking.rectangle();
        marking.drop();
        cover();
        if (Math.max(marked.getWidth(), marked.getHeight()) < LEAST_DRAG) {
            choose();
        } else {
            mark(marked);
        }
    }

    private void choose() {
        ShownPlane map = shown.get();
        if (map != null && led.get() >= 0) {
            choose.accept(map.map().digits().get(led.get()));
        }
    }

    private void mark(Rectangle2D marked) {
        ShownPlane map = shown.get();
        if (map != null) {
            Set<Integer> inside =
                    scale(map).inside(marked).mapToObj(map.map().digits()::get).collect(Collectors.toSet());
            if (!inside.isEmpty()) {
                mark.accept(inside);
            }
        }
    }

    private boolean press(KeyEvent key) {
        switch (key.getCode()) {
            case RIGHT -> go(1, 0, key.isShiftDown());
            case LEFT -> go(-1, 0, key.isShiftDown());
            case DOWN -> go(0, 1, key.isShiftDown());
            case UP -> go(0, -1, key.isShiftDown());
            case ENTER, SPACE -> release();
            case ESCAPE -> {
                if (!marking.isUnderWay()) {
                    return false;
                }
                marking.drop();
                cover();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Leads on to the next digit, or stretches the rectangle from the one led over. */
    private void go(int right, int down, boolean stretch) {
        ShownPlane map = shown.get();
        if (map == null) {
            return;
        }
        Point2D from = led.get() < 0 ? new Point2D(getWidth() / 2, getHeight() / 2) : at(led.get());
        if (stretch) {
            marking.stretch(from, right * STRETCH_EM * em(), down * STRETCH_EM * em());
            cover();
            return;
        }
        marking.drop();
        int next = scale(map).next(from, right, down);
        led.set(next < 0 ? led.get() : next);
    }

    @Override
    protected void paint(GraphicsContext pen, Palette palette) {
        ShownPlane map = shown.get();
        if (map != null && getWidth() > em(4)) {
            painter(pen, map).points(scale(map));
        }
        cover();
    }

    /** What lies over the points. */
    private void cover() {
        GraphicsContext pen = emptied(above);
        ShownPlane map = shown.get();
        if (map == null) {
            setAccessibleText(texts.get("digits.loading"));
            return;
        }
        NetHead head =
                led.get() < 0 ? map.head() : map.head().saying(HiddenMapPage.spoken(map.map(), led.get(), texts));
        setAccessibleText(head.spoken());
        head.paint(pen, palette(), em(), 0, getWidth());
        HiddenPlanePainter brush = painter(pen, map);
        map.ringed().ifPresent(place -> brush.ring(scale(map).toScreen(place, 0), "d-text"));
        if (led.get() >= 0) {
            brush.ring(at(led.get()), "d-focus");
        }
        brush.rectangle(marking.rectangle());
    }

    /** The same for a picture, which is light whatever the look; empty while there is nothing to see. */
    Optional<Figure> figure() {
        Palette light = Palette.of(Look.LIGHT);
        return Optional.ofNullable(shown.get()).map(map -> {
            Samples test = map.map().panel().test();
            List<Figure.Sign> signs = new ArrayList<>();
            for (int i = 0; i < map.map().digits().size(); i++) {
                int label = test.label(map.map().digits().get(i));
                double[] points = map.points();
                Color color = light.color(ClassLooks.color(label));
                signs.add(new Figure.Sign(test.className(label), points[2 * i], -points[2 * i + 1], color));
            }
            NetHead head = map.head();
            return new Figure.Signs(head.title(), head.words(), head.role(), signs);
        });
    }

    private HiddenPlanePainter painter(GraphicsContext pen, ShownPlane map) {
        return new HiddenPlanePainter(pen, palette(), em(), map.map());
    }
}
