package distillery.view.digits;

import distillery.view.Assets;
import distillery.view.Palette;
import distillery.view.Role;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** What stands above a picture of one net: what it is called, and a line of words below. */
record NetHead(String title, String words, Role role) {
    /** Room for both lines, in em. */
    static final double HEIGHT = 2.6;

    /** The narrowest picture below it, in em. */
    static final double NARROWEST = 13;

    /** The same with other words. */
    NetHead saying(String others) {
        return new NetHead(title, others, role);
    }

    String spoken() {
        return title + ". " + words;
    }

    void paint(GraphicsContext pen, Palette palette, double em, double left, double width) {
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFont(Font.font(Assets.FONT_FAMILY, FontWeight.BOLD, 0.95 * em));
        pen.setFill(palette.color(role.color()));
        pen.fillText(title, left, 0.6 * em, width);
        pen.setFont(Font.font(Assets.FONT_FAMILY, 0.85 * em));
        pen.setFill(palette.color("d-text-soft"));
        pen.fillText(words, left, 1.85 * em, width);
    }
}
