package distillery.view.digits;

import distillery.view.Palette;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;

/** Things to be seen in a net, one beside the other. */
interface NetSight {
    /**
     * Where things are put, in pixels.
     *
     * @param em the size of text
     */
    record Room(double width, double height, double em) {}

    /** What stands above them while nothing is led over. */
    NetHead head();

    int items();

    /** Where an item is, from the room's left and top. */
    Rectangle2D place(int item, Room room);

    void paint(GraphicsContext pen, Palette palette, int item, Rectangle2D place, double em);

    /** An item in a sentence. */
    String spoken(int item);
}
