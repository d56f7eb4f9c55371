package distillery.view.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Pages that the window has painted, as files. Encoding is slow: paint on the window's thread, write on another. */
public final class PaintedPages {
    private PaintedPages() {}

    /** Writes one page in the PNG format; leaves the stream open. */
    public static void png(Image page, OutputStream out) throws IOException {
        if (!ImageIO.write(SwingFXUtils.fromFXImage(page, null), "png", out)) {
            throw new IOException("this Java has no PNG writer");
        }
    }

    /** Writes all pages into one PDF, each on a sheet of A4; leaves the stream open. */
    public static void pdf(List<Image> pages, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (Image painted : pages) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                PDImageXObject image = LosslessFactory.createFromImage(document, opaque(painted));
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    content.drawImage(
                            image,
                            0,
                            0,
                            sheet.getMediaBox().getWidth(),
                            sheet.getMediaBox().getHeight());
                }
            }
            document.save(out);
        }
    }

    /** Without a channel for what shines through, which paper does not. */
    private static BufferedImage opaque(Image page) {
        BufferedImage image =
                new BufferedImage((int) page.getWidth(), (int) page.getHeight(), BufferedImage.TYPE_INT_RGB);
        return SwingFXUtils.fromFXImage(page, image);
    }
}
