package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.lab.digits.LikenessModel;
import distillery.lab.digits.LikenessModel.Value;
import distillery.view.Assets;
import distillery.view.Numbers;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Role;
import distillery.view.Texts;
import distillery.view.chart.Axis;
import distillery.view.chart.ChartNumbers;
import distillery.view.chart.Range;
import distillery.view.chart.Ticks;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** A small curve: how alike teacher and student were after each epoch. */
final class LikenessPane extends PaintedPane {
    private static final double HEIGHT_EM = 5.5;
    private static final double LEFT_EM = 2.6;
    private static final double RIGHT_EM = 3.4;
    private static final double BELOW_EM = 1.5;
    private static final double SMALL = 0.8;
    private static final double MARGIN = 0.05;

    private final LikenessModel model;
    private final Texts texts;

    LikenessPane(LikenessModel model, Appearance appearance, Texts texts) {
        super(appearance);
        this.model = model;
        this.texts = texts;
        setId("digits-likeness");
        getStyleClass().add("matrix");
        atLeast(0, HEIGHT_EM);
        repaintAfter(model.valuesProperty());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(texts.live(this::spoken, model.valuesProperty()));
    }

    private String spoken() {
        List<Value> values = model.valuesProperty().get();
        if (values.isEmpty()) {
            return "";
        }
        Value first = values.get(0);
        Value last = values.get(values.size() - 1);
        return texts.get(
                "digits.likeness.spoken",
                first.epoch(),
                Numbers.loss(first.likeness()),
                last.epoch(),
                Numbers.loss(last.likeness()));
    }

    private static Range epochs(List<Value> values) {
        int first = values.get(0).epoch();
        return new Range(
                first, Math.max(first + 1, values.get(values.size() - 1).epoch()));
    }

    private static Range likenesses(List<Value> values) {
        double least = values.stream().mapToDouble(Value::likeness).min().orElse(0);
        double most = values.stream().mapToDouble(Value::likeness).max().orElse(1);
        return new Range(Math.max(0, least - MARGIN), Math.min(1, most) + MARGIN);
    }

    /** The same for a picture. */
    static ChartNumbers numbers(List<Value> values, Role role, String name, Texts texts) {
        List<ChartNumbers.Point> points = values.stream()
                .map(value -> new ChartNumbers.Point(value.epoch(), value.likeness()))
                .toList();
        return new ChartNumbers(
                texts.get("digits.likeness"),
                "CKA",
                texts.get("digits.likeness.axis"),
                "",
                List.of(new ChartNumbers.Line(name, role, points, List.of())),
                List.of(),
                epochs(values),
                likenesses(values),
                false);
    }

    @Override
    protected void paint(GraphicsContext pen, Palette palette) {
        List<Value> values = model.valuesProperty().get();
        if (values.isEmpty() || getWidth() < em(LEFT_EM + RIGHT_EM + 2)) {
            return;
        }
        double left = em(LEFT_EM);
        double right = getWidth() - em(RIGHT_EM);
        double bottom = getHeight() - em(BELOW_EM);
        Axis across = new Axis(epochs(values), left, right, false);
        Axis up = new Axis(likenesses(values), bottom, em(0.5), false);
        paintTicks(pen, palette, across, up, values);
        pen.setStroke(palette.color("d-distilled"));
        pen.setLineWidth(2 * palette.thickness());
        double[] x = values.stream()
                .mapToDouble(value -> across.pixel(value.epoch()))
                .toArray();
        double[] y =
                values.stream().mapToDouble(value -> up.pixel(value.likeness())).toArray();
        pen.strokePolyline(x, y, x.length);
        int last = x.length - 1;
        double radius = em(0.25);
        pen.setFill(palette.color("d-distilled"));
        pen.fillOval(x[last] - radius, y[last] - radius, 2 * radius, 2 * radius);
        pen.setFill(palette.color("d-text"));
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(Numbers.loss(values.get(last).likeness()), x[last] + em(0.5), y[last], em(RIGHT_EM));
    }

    private void paintTicks(GraphicsContext pen, Palette palette, Axis across, Axis up, List<Value> values) {
        pen.setFont(Font.font(Assets.FONT_FAMILY, em(SMALL)));
        pen.setTextBaseline(VPos.CENTER);
        pen.setStroke(palette.color("d-edge"));
        pen.setFill(palette.color("d-text-faint"));
        pen.setLineWidth(palette.thickness());
        pen.setTextAlign(TextAlignment.RIGHT);
        double right = getWidth() - em(RIGHT_EM);
        for (Ticks.Tick tick : Ticks.linear(likenesses(values), 3)) {
            double y = Math.floor(up.pixel(tick.value())) + 0.5;
            pen.strokeLine(em(LEFT_EM), y, right, y);
            pen.fillText(tick.label(), em(LEFT_EM - 0.4), y);
        }
        pen.setTextAlign(TextAlignment.CENTER);
        double below = getHeight() - em(BELOW_EM / 2);
        int most = (int) Math.max(1, Math.min(epochs(values).span(), (right - em(LEFT_EM)) / em(4)));
        for (Ticks.Tick tick : Ticks.linear(epochs(values), most)) {
            pen.fillText(tick.label(), across.pixel(tick.value()), below);
        }
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(texts.get("digits.likeness.axis"), right + em(0.8), below, em(RIGHT_EM - 0.8));
    }
}
