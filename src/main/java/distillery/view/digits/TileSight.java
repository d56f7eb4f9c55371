package distillery.view.digits;

import distillery.view.Assets;
import distillery.view.Palette;
import distillery.view.Shades;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Small pictures of numbers, as large as the room allows; each is one square, or two beside each other. */
final class TileSight implements NetSight {
    private static final double GAP = 5;
    private static final double CAPTION_EM = 1.15;
    /** Pictures that are as many have no room for words. */
    private static final int MOST_CAPTIONS = 12;

    private final NetHead head;
    private final List<Tile> tiles;
    private final int squares;
    private @Nullable Palette painted;
    private List<List<Image>> images = List.of();

    /** Makes the squares of a tile in the colours of a look. */
    interface Painting {
        List<Image> in(Shades shades);
    }

    /** One of the pictures, with what stands below it and what is said of it. */
    record Tile(String caption, String spoken, Painting painting) {}

    /**
     * Pictures of a net.
     *
     * @param squares how many each tile has
     */
    TileSight(NetHead head, List<Tile> tiles, int squares) {
        this.head = head;
        this.tiles = List.copyOf(tiles);
        this.squares = squares;
    }

    @Override
    public NetHead head() {
        return head;
    }

    @Override
    public int items() {
        return tiles.size();
    }

    @Override
    public String spoken(int item) {
        return tiles.get(item).spoken();
    }

    private double caption(double em) {
        return tiles.size() > MOST_CAPTIONS ? 0 : CAPTION_EM * em;
    }

    private double side(int columns, Room room) {
        int rows = (tiles.size() + columns - 1) / columns;
        double across = ((room.width() + GAP) / columns - GAP) / squares;
        double down = (room.height() + GAP) / rows - GAP - caption(room.em());
        return Math.floor(Math.min(across, down));
    }

    private int columns(Room room) {
        int best = 1;
        for (int columns = 2; columns <= tiles.size(); columns++) {
            best = side(columns, room) > side(best, room) ? columns : best;
        }
        return best;
    }

    @Override
    public Rectangle2D place(int item, Room room) {
        int columns = columns(room);
        double side = Math.max(1, side(columns, room));
        double high = side + caption(room.em());
        int row = item / columns;
        return new Rectangle2D(item % columns * (squares * side + GAP), row * (high + GAP), squares * side, high);
    }

    @Override
    public void paint(GraphicsContext pen, Palette palette, int item, Rectangle2D place, double em) {
        if (painted != palette) {
            painted = palette;
            Shades shades = new Shades(palette);
            images = tiles.stream().map(tile -> tile.painting().in(shades)).toList();
        }
        double side = place.getWidth() / squares;
        for (int i = 0; i < squares; i++) {
            double left = place.getMinX() + i * side;
            pen.drawImage(images.get(item).get(i), left, place.getMinY(), side, side);
            pen.setStroke(palette.color("d-edge"));
            pen.setLineWidth(palette.thickness());
            pen.strokeRect(left + 0.5, place.getMinY() + 0.5, side - 1, side - 1);
        }
        if (caption(em) > 0) {
            pen.setFont(Font.font(Assets.FONT_FAMILY, 0.8 * em));
            pen.setFill(palette.color("d-text"));
            pen.setTextAlign(TextAlignment.CENTER);
            pen.setTextBaseline(VPos.CENTER);
            double middle = place.getMinX() + place.getWidth() / 2;
            pen.fillText(tiles.get(item).caption(), middle, place.getMaxY() - caption(em) / 2, place.getWidth());
        }
    }
}
