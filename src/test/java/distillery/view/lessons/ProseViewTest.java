package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import distillery.lesson.Prose;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** How a paragraph of a lesson is set. */
@ExtendWith(ApplicationExtension.class)
class ProseViewTest {
    private static final String WORDS = "马的箭头标着 +0.494，意思是";

    private static TextFlow set(double width) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            ProseView view = new ProseView(new Prose(List.of(new Prose.Paragraph(List.of(new Prose.Text(WORDS))))));
            new Scene(new Pane(view));
            view.resize(width, 400);
            view.applyCss();
            view.layout();
            return (TextFlow) view.getChildren().get(0);
        });
    }

    private static Bounds place(TextFlow flow, String words) {
        Text text = texts(flow)
                .filter(piece -> piece.getText().contains(words))
                .findFirst()
                .orElseThrow();
        return flow.sceneToLocal(text.localToScene(text.getLayoutBounds()));
    }

    private static Stream<Text> texts(TextFlow flow) {
        return flow.lookupAll("Text").stream().map(Text.class::cast);
    }

    @Test
    void aSignedNumberStandsOnTheLineOfItsNeighbours() {
        TextFlow flow = set(1000);
        assertEquals(place(flow, "马").getMinY(), place(flow, "+0.494").getMinY(), 0.5);
        assertEquals(place(flow, "意").getMinY(), place(flow, "+0.494").getMinY(), 0.5);
    }

    @Test
    void aSignedNumberIsNeverBroken() {
        double line = place(set(1000), "+0.494").getHeight();
        for (double width = 60; width < 300; width += 3) {
            assertEquals(line, place(set(width), "+0.494").getHeight(), 0.5, "at " + width);
        }
    }

    private static Image shown(Path file, String alt, long content) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Prose prose = new Prose(List.of(new Prose.Picture(alt, file.toUri(), content)));
            ImageView view = (ImageView) new ProseView(prose).lookup("ImageView");
            assertEquals(alt, view.getAccessibleText());
            return view.getImage();
        });
    }

    @Test
    void aPictureIsDecodedOnceUnlessItIsSavedAnew(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("flame.png");
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        Image first = shown(file, "A flame", 1);
        assertSame(first, shown(file, "火焰", 1), "in another language it is the same");
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        assertEquals(3, shown(file, "A flame", 2).getWidth());
    }

    @Test
    void noWordIsLost() {
        assertEquals(WORDS, texts(set(300)).map(Text::getText).reduce("", String::concat));
    }
}
