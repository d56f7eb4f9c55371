package distillery.view.chart;

import java.io.IOException;
import java.io.OutputStream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/** A painted chart in the PNG format. Encoding is slow: paint on the window's thread, write on another. */
public final class ChartPng {
    private ChartPng() {}

    /** Writes what {@link CurveChart#image} painted; leaves the stream open. */
    public static void write(Image image, OutputStream out) throws IOException {
        if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", out)) {
            throw new IOException("this Java has no PNG writer");
        }
    }
}
