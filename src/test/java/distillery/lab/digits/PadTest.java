package distillery.lab.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Agreed;
import distillery.data.AtomicFile;
import distillery.data.Problem;
import distillery.data.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PadTest {
    private final Pad pad = new Pad();

    private void stroke(double... path) {
        pad.penDown(0.08, false, path[0], path[1]);
        for (int i = 2; i < path.length; i += 2) {
            pad.penTo(path[i], path[i + 1]);
        }
        pad.penUp();
    }

    private float ink(double x, double y) {
        int row = (int) (y * InkImage.SIDE);
        int column = (int) (x * InkImage.SIDE);
        return pad.image().ink()[row * InkImage.SIDE + column];
    }

    @Test
    void aFastStrokeLeavesNoGap() {
        stroke(0.1, 0.5, 0.9, 0.5);
        for (double x = 0.1; x <= 0.9; x += 0.01) {
            assertEquals(1, ink(x, 0.5), "at " + x);
        }
        assertEquals(0, ink(0.5, 0.6));
    }

    @Test
    void aPressAloneMakesADot() {
        stroke(0.5, 0.5);
        assertEquals(1, ink(0.5, 0.5));
    }

    @Test
    void aStrokeIsSeenBeforeItIsDoneAndIsPartOfTheDrawingAfterwards() {
        pad.penDown(0.08, false, 0.2, 0.2);
        pad.penTo(0.8, 0.2);
        assertTrue(pad.isDrawing());
        assertEquals(1, ink(0.5, 0.2));
        assertTrue(pad.drawingProperty().get().isEmpty());
        pad.penUp();
        assertEquals(1, pad.drawingProperty().get().strokes().size());
    }

    @Test
    void whatIsDrawnBitByBitIsWhatTheWholeDrawingShows() {
        stroke(0.1, 0.1, 0.4, 0.8, 0.9, 0.3);
        stroke(0.2, 0.9, 0.3, 0.35);
        assertArrayEquals(
                InkImage.of(pad.drawingProperty().get()).ink(), pad.image().ink());
    }

    @Test
    void theRubberTakesInkAway() {
        stroke(0.1, 0.5, 0.9, 0.5);
        pad.penDown(0.1, true, 0.5, 0.4);
        pad.penTo(0.5, 0.6);
        pad.penUp();
        assertEquals(0, ink(0.5, 0.5));
        assertEquals(1, ink(0.2, 0.5));
    }

    @Test
    void anEarlierDrawingComesBackAsItWas() {
        stroke(0.1, 0.5, 0.9, 0.5);
        PadDrawing before = pad.drawingProperty().get();
        float[] shown = pad.image().ink().clone();
        stroke(0.5, 0.1, 0.5, 0.9);
        pad.drawingProperty().set(before);
        assertArrayEquals(shown, pad.image().ink());
        pad.clear();
        assertTrue(pad.image().isBlank());
        pad.drawingProperty().set(before);
        assertArrayEquals(shown, pad.image().ink());
    }

    @Test
    void aPenLedOverTheEdgeStaysOnThePad() {
        stroke(0.5, 0.5, 1.7, -0.4);
        assertEquals(
                List.of(0.5, 0.5, 1.0, 0.0),
                pad.drawingProperty().get().strokes().get(0).path());
    }

    @Test
    void aFullPadTakesNoMoreStrokes() {
        for (int i = 0; i < PadDrawing.MOST_STROKES + 3; i++) {
            stroke(0.5, 0.5);
        }
        assertTrue(pad.isFull());
        assertEquals(
                PadDrawing.MOST_STROKES, pad.drawingProperty().get().strokes().size());
        assertFalse(pad.isDrawing());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThrows(Refusal.class, () -> new PenStroke(0.08, false, List.of(0.5)));
        assertThrows(Refusal.class, () -> new PenStroke(0.08, false, List.of(0.5, 1.5)));
        assertThrows(Refusal.class, () -> new PenStroke(0.9, false, List.of(0.5, 0.5)));
        assertThrows(Refusal.class, () -> new PadDrawing("AAAA", List.of()));
        assertThrows(Refusal.class, () -> new PadDrawing("no picture", List.of()));
    }

    @Test
    void aSavedPictureDroppedAgainIsTheSamePicture(@TempDir Path folder) throws Problem {
        stroke(0.2, 0.2, 0.7, 0.3, 0.4, 0.9);
        float[] seen = Framing.AS_DRAWN.apply(pad.image());
        Path file = folder.resolve("seen.png");
        AtomicFile.writeAll(
                Map.of(file, PadPicture.content(seen, 28)),
                Agreed.replacing(file).replaced());
        PadDrawing again = PadPicture.read(file);
        float[] back = Framing.AS_DRAWN.apply(InkImage.of(again));
        for (int i = 0; i < seen.length; i++) {
            float expected = seen[i] < 0.12f ? 0 : seen[i];
            assertEquals(expected, back[i], 0.005f, "pixel " + i);
        }
    }

    @Test
    void aFileThatIsNoPictureIsRefusedByName(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("note.png"), "not a picture");
        Problem refused = assertThrows(Problem.class, () -> PadPicture.read(file));
        assertEquals("picture.broken", refused.key());
        assertTrue(refused.getMessage().contains("note.png"));
        assertEquals(
                "picture.missing",
                assertThrows(Problem.class, () -> PadPicture.read(folder.resolve("gone.png")))
                        .key());
    }
}
