package distillery.view.picture;

import distillery.view.chart.ChartNumbers.Point;
import distillery.view.picture.Drawing.Box;
import distillery.view.picture.Drawing.Disc;
import distillery.view.picture.Drawing.Item;
import distillery.view.picture.Drawing.Shape;
import distillery.view.picture.Drawing.Stroke;
import distillery.view.picture.Drawing.Within;
import distillery.view.picture.Drawing.Words;
import java.io.IOException;
import java.util.List;
import javafx.scene.paint.Color;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Drawings as the pages of a PDF: lines stay lines and text stays text, in a font that lies in the file. */
final class PdfPicture {
    /** A circle out of four curves: how far their handles reach, as a share of the radius. */
    private static final float HANDLE = 0.5523f;

    private final PDPageContentStream page;
    private final double height;
    private final PDFont regular;
    private final PDFont bold;

    private PdfPicture(PDPageContentStream page, double height, PDFont regular, PDFont bold) {
        this.page = page;
        this.height = height;
        this.regular = regular;
        this.bold = bold;
    }

    /** The document is the caller's to close. */
    static PDDocument of(List<Drawing> drawings, Lettering letters) throws IOException {
        PDDocument document = new PDDocument();
        try {
            PDFont regular = PDType0Font.load(document, letters.font(false), true);
            PDFont bold = PDType0Font.load(document, letters.font(true), true);
            for (Drawing drawing : drawings) {
                PDPage page = new PDPage(new PDRectangle((float) drawing.width(), (float) drawing.height()));
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    new PdfPicture(content, drawing.height(), regular, bold).draw(drawing.items());
                }
            }
            document.getDocumentInformation().setTitle(drawings.get(0).title());
            return document;
        } catch (IOException | RuntimeException failed) {
            document.close();
            throw failed;
        }
    }

    private void draw(List<Item> items) throws IOException {
        for (Item item : items) {
            if (item instanceof Words words) {
                write(words);
            } else if (item instanceof Stroke stroke) {
                stroke(stroke);
            } else if (item instanceof Shape shape) {
                trace(shape.corners());
                fill(shape.color());
            } else if (item instanceof Disc disc) {
                circle(disc);
                fill(disc.color());
            } else if (item instanceof Within within) {
                clip(within);
            }
        }
    }

    private void write(Words words) throws IOException {
        if (words.text().isEmpty()) {
            return;
        }
        PDFont font = words.bold() ? bold : regular;
        float width = (float) (font.getStringWidth(words.text()) / 1000 * words.size());
        float shift =
                switch (words.side()) {
                    case RIGHT -> 0;
                    case MIDDLE -> width / 2;
                    case LEFT -> width;
                };
        page.beginText();
        page.setFont(font, (float) words.size());
        paint(words.color());
        page.newLineAtOffset((float) words.x() - shift, y(words.y()));
        page.showText(words.text());
        page.endText();
    }

    private void stroke(Stroke stroke) throws IOException {
        Color color = stroke.color();
        page.setStrokingColor((float) color.getRed(), (float) color.getGreen(), (float) color.getBlue());
        page.setLineWidth((float) stroke.width());
        page.setLineJoinStyle(1);
        float[] dashes = new float[stroke.dashes().size()];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = stroke.dashes().get(i).floatValue();
        }
        page.setLineDashPattern(dashes, 0);
        trace(stroke.points());
        page.stroke();
    }

    private void trace(List<Point> points) throws IOException {
        page.moveTo((float) points.get(0).x(), y(points.get(0).y()));
        for (Point point : points.subList(1, points.size())) {
            page.lineTo((float) point.x(), y(point.y()));
        }
    }

    private void circle(Disc disc) throws IOException {
        float x = (float) disc.x();
        float y = y(disc.y());
        float r = (float) disc.radius();
        float h = r * HANDLE;
        page.moveTo(x + r, y);
        page.curveTo(x + r, y + h, x + h, y + r, x, y + r);
        page.curveTo(x - h, y + r, x - r, y + h, x - r, y);
        page.curveTo(x - r, y - h, x - h, y - r, x, y - r);
        page.curveTo(x + h, y - r, x + r, y - h, x + r, y);
    }

    private void clip(Within within) throws IOException {
        Box box = within.box();
        page.saveGraphicsState();
        page.addRect((float) box.left(), y(box.bottom()), (float) box.width(), (float) box.height());
        page.clip();
        draw(within.items());
        page.restoreGraphicsState();
    }

    private void fill(Color color) throws IOException {
        paint(color);
        page.fill();
    }

    private void paint(Color color) throws IOException {
        page.setNonStrokingColor((float) color.getRed(), (float) color.getGreen(), (float) color.getBlue());
    }

    private float y(double down) {
        return (float) (height - down);
    }
}
