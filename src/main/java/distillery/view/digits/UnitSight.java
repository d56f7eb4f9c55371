package distillery.view.digits;

import distillery.train.LogitSum;
import distillery.view.Assets;
import distillery.view.Numbers;
import distillery.view.Palette;
import distillery.view.Texts;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The units of the last hidden layer by what they add to a logit: those that add most, then those that take away most. */
final class UnitSight implements NetSight {
    private static final int MOST_ADDING = 12;
    private static final int MOST_TAKING = 6;
    private static final int DECIMALS = 2;
    private static final double ROW_EM = 1.7;
    private static final double NAME_EM = 5;
    private static final double NUMBER_EM = 3.6;

    private final NetHead head;
    private final LogitSum sum;
    private final Texts texts;
    private final int[] units;
    private final double largest;

    /**
     * Units of a net.
     *
     * @param largest part that a bar has room for
     */
    UnitSight(NetHead head, LogitSum sum, double largest, Texts texts) {
        this.head = head;
        this.sum = sum;
        this.largest = Math.max(largest, Double.MIN_NORMAL);
        this.texts = texts;
        int[] order = sum.order();
        units = IntStream.range(0, order.length)
                .filter(place -> place < MOST_ADDING || place >= order.length - MOST_TAKING)
                .map(place -> order[place])
                .toArray();
    }

    @Override
    public NetHead head() {
        return head;
    }

    @Override
    public int items() {
        return units.length;
    }

    @Override
    public Rectangle2D place(int item, Room room) {
        double row = Math.floor(Math.min(ROW_EM * room.em(), room.height() / units.length));
        return new Rectangle2D(0, item * row, room.width(), Math.max(1, row));
    }

    @Override
    public void paint(GraphicsContext pen, Palette palette, int item, Rectangle2D place, double em) {
        int unit = units[item];
        double part = sum.part(unit);
        double middle = place.getMinY() + place.getHeight() / 2;
        double height = Math.max(2, 0.62 * place.getHeight());
        double room = (place.getWidth() - (NAME_EM + NUMBER_EM) * em) / 2;
        double zero = NAME_EM * em + room;
        double length = room * Math.min(1, Math.abs(part) / largest);
        pen.setFont(Font.font(Assets.FONT_FAMILY, Math.min(0.82 * em, 0.8 * place.getHeight())));
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFill(palette.color("d-text"));
        pen.fillText(texts.get("digits.inside.unit", unit), 0, middle, NAME_EM * em);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText(Numbers.signed(part, DECIMALS), place.getMaxX() - 0.2 * em, middle, NUMBER_EM * em);
        pen.setFill(palette.color(part < 0 ? "d-teacher" : "d-hot"));
        pen.fillRect(part < 0 ? zero - length : zero, middle - height / 2, length, height);
        pen.setStroke(palette.color("d-text-faint"));
        pen.setLineWidth(palette.thickness());
        pen.strokeLine(zero, place.getMinY(), zero, place.getMaxY());
    }

    @Override
    public String spoken(int item) {
        int unit = units[item];
        return texts.get(
                "digits.inside.unit.spoken",
                unit,
                Numbers.loss(sum.values()[unit]),
                Numbers.loss(sum.weights()[unit]),
                Numbers.signed(sum.part(unit), DECIMALS));
    }
}
