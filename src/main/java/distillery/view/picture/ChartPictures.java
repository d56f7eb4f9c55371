package distillery.view.picture;

import distillery.data.AtomicFile;
import distillery.data.Ending;
import distillery.view.chart.ChartNumbers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Charts as files. The ending of a file's name says what it becomes. Nothing is drawn before a file is written, so it
 * may be on another thread.
 *
 * @param ids name the charts in names of files
 * @param settings how the run was set up, in the words of the moment
 */
public record ChartPictures(List<String> ids, List<ChartNumbers> charts, List<String> settings) {
    /** The kinds of files there are. */
    public static final List<Ending> KINDS = List.of(Ending.PNG, Ending.SVG, Ending.PDF);

    /** Dots a point: a slide has 1920 × 1080 of them. */
    private static final int FINENESS = 2;

    public ChartPictures {
        ids = List.copyOf(ids);
        charts = List.copyOf(charts);
        settings = List.copyOf(settings);
    }

    /** All charts on one sheet. */
    public Map<Path, AtomicFile.Content> sheet(Path file) {
        return Map.of(file, drawn(file, letters -> List.of(Pages.sheet(charts, settings, letters))));
    }

    /** Each chart by itself: as the pages of a PDF, or in files of their own, named after it: {@code NAME-hard.png}. */
    public Map<Path, AtomicFile.Content> each(Path file) {
        if (Ending.PDF.isOf(file)) {
            return Map.of(file, drawn(file, letters -> Pages.each(charts, settings, letters)));
        }
        Ending kind = Ending.SVG.isOf(file) ? Ending.SVG : Ending.PNG;
        Map<Path, AtomicFile.Content> files = new LinkedHashMap<>();
        for (int i = 0; i < charts.size(); i++) {
            List<ChartNumbers> one = List.of(charts.get(i));
            Path own = kind.inserted(file, "-" + ids.get(i));
            files.put(own, drawn(own, letters -> Pages.each(one, settings, letters)));
        }
        return files;
    }

    /** Lays pages out. */
    interface Layout {
        List<Drawing> pages(Lettering letters) throws IOException;
    }

    static AtomicFile.Content drawn(Path file, Layout layout) {
        return out -> {
            try (Lettering letters = new Lettering()) {
                List<Drawing> pages = layout.pages(letters);
                if (Ending.SVG.isOf(file)) {
                    SvgPicture.write(pages.get(0), letters, out);
                } else {
                    byte[] pdf = pdf(pages, letters);
                    if (Ending.PDF.isOf(file)) {
                        out.write(pdf);
                    } else {
                        writePng(pdf, out);
                    }
                }
            }
        };
    }

    private static byte[] pdf(List<Drawing> pages, Lettering letters) throws IOException {
        try (PDDocument document = PdfPicture.of(pages, letters)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** Dots are made of the very PDF that would be saved. */
    private static void writePng(byte[] pdf, OutputStream out) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImage(0, FINENESS, ImageType.RGB);
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java has no PNG writer");
            }
        }
    }
}
