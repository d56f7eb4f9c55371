package distillery.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.lab.Look;
import distillery.lab.train.BatchSample;
import distillery.view.Palette;
import java.util.Arrays;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** A picture keeps its shape: none is pressed into a square. */
@ExtendWith(ApplicationExtension.class)
class SamplePainterTest {
    private static final int SIDE = 60;

    /** How many points of the picture's middle row and column are ink. */
    private static int[] ink(int height, int width) {
        Canvas canvas = new Canvas(200, SIDE + 9);
        float[] black = new float[height * width];
        Arrays.fill(black, 1);
        double[] even = {0.5, 0.5};
        new SamplePainter(canvas.getGraphicsContext2D(), Palette.of(Look.LIGHT), 10)
                .paint(new BatchSample(black, height, width, 0, even, even, 1, List.of("0", "1")), 0, 0, 200, SIDE + 9);
        PixelReader seen = canvas.snapshot(null, null).getPixelReader();
        int across = 0;
        int down = 0;
        for (int i = 1; i < SIDE - 1; i++) { // without the frame
            across += seen.getColor(i, 3 + SIDE / 2).equals(Color.BLACK) ? 1 : 0;
            down += seen.getColor(SIDE / 2, 3 + i).equals(Color.BLACK) ? 1 : 0;
        }
        return new int[] {across, down};
    }

    @Test
    void highAndWidePicturesKeepTheirShape(FxRobot robot) {
        robot.interact(() -> {
            int[] square = ink(10, 10);
            assertEquals(square[0], square[1]);
            int[] wide = ink(10, 20);
            assertEquals(square[0], wide[0]);
            assertEquals(SIDE / 2, wide[1], 1);
            int[] high = ink(20, 10);
            assertEquals(SIDE / 2, high[0], 1);
            assertEquals(square[1], high[1]);
        });
    }
}
