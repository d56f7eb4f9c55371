package distillery.view.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.AtomicFile;
import distillery.data.Problem;
import distillery.view.Role;
import distillery.view.chart.Axis;
import distillery.view.chart.ChartNumbers;
import distillery.view.chart.ChartNumbers.Line;
import distillery.view.chart.ChartNumbers.Point;
import distillery.view.chart.Marker;
import distillery.view.chart.Range;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a picture that leaves the program says, and under which name. */
class ChartPicturesTest {
    private static final List<String> ENGLISH = List.of("distilled", "labels only");
    private static final List<String> CHINESE = List.of("蒸馏学生", "只用标签");
    private static final int POINTS = 200;

    @TempDir
    Path folder;

    private static List<Point> falling(double from) {
        return IntStream.rangeClosed(1, POINTS)
                .mapToObj(step -> new Point(step, from / step))
                .toList();
    }

    private static ChartNumbers chart(String title, List<String> names, boolean logarithmic) {
        return new ChartNumbers(
                title,
                "T² · KL, nats",
                names == CHINESE ? "步数" : "step",
                "–",
                List.of(
                        new Line(names.get(0), Role.DISTILLED, falling(2), falling(2.1)),
                        new Line(names.get(1), Role.LABELS_ONLY, falling(1), List.of())),
                List.of(new Marker(100, "T 4 → 8")),
                new Range(0, POINTS),
                logarithmic ? new Range(0.005, 2) : new Range(0, 2),
                logarithmic);
    }

    private static ChartPictures pictures(List<String> names) {
        return new ChartPictures(
                List.of("hard", "soft", "total"),
                List.of(chart("Hard loss", names, false), chart("软损失", names, true), empty()),
                List.of("MNIST", "T 4", "seed 1"));
    }

    private static ChartNumbers empty() {
        return new ChartNumbers(
                "Total",
                "nats",
                "step",
                "No points yet",
                List.of(),
                List.of(),
                new Range(0, 1),
                new Range(0, 1),
                false);
    }

    private List<String> write(Map<Path, AtomicFile.Content> files) throws Exception {
        AtomicFile.writeAll(files, Set.of());
        try (Stream<Path> there = Files.list(folder)) {
            return there.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.svg", "a.pdf", "a.PNG", "图 1.pdf"})
    void aSheetIsTheFileThatWasNamed(String name) throws Exception {
        assertEquals(List.of(name), write(pictures(ENGLISH).sheet(folder.resolve(name))));
    }

    @Test
    void eachChartByItselfIsNamedAfterIt() throws Exception {
        assertEquals(
                List.of("a-hard.svg", "a-soft.svg", "a-total.svg"),
                write(pictures(ENGLISH).each(folder.resolve("a.svg"))));
    }

    @Test
    void eachChartIsAPageOfThePdfThatWasNamed() throws Exception {
        assertEquals(List.of("a.pdf"), write(pictures(ENGLISH).each(folder.resolve("a.pdf"))));
        try (PDDocument document = Loader.loadPDF(folder.resolve("a.pdf").toFile())) {
            Set<String> sizes = new TreeSet<>();
            document.getPages().forEach(page -> sizes.add(page.getMediaBox().toString()));
            assertEquals(3, document.getNumberOfPages());
            assertEquals(1, sizes.size(), sizes.toString());
        }
    }

    @Test
    void allPicturesOfAnExportHaveOneSize() throws Exception {
        Set<String> sizes = new TreeSet<>();
        for (String name : write(pictures(CHINESE).each(folder.resolve("a.png")))) {
            BufferedImage image = ImageIO.read(folder.resolve(name).toFile());
            sizes.add(image.getWidth() + "x" + image.getHeight());
        }
        assertEquals(Set.of("1920x1080"), sizes);
        Set<String> drawn = new TreeSet<>();
        write(pictures(CHINESE).each(folder.resolve("a.svg"))).stream()
                .filter(name -> name.endsWith(".svg"))
                .forEach(name -> drawn.add(svg(name).getAttribute("viewBox")));
        assertEquals(Set.of("0 0 960.00 540.00"), drawn);
    }

    private Element svg(String name) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(Files.readAllBytes(folder.resolve(name))))
                    .getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new AssertionError(name + " is no XML", e);
        }
    }

    private static List<Element> all(Element root, String tag) {
        NodeList found = root.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    /** The line with this name, as pairs of x and y. */
    private static List<double[]> line(Element svg, String name) {
        return all(svg, "polyline").stream()
                .filter(line -> line.getTextContent().equals(name))
                .map(line -> Arrays.stream(line.getAttribute("points").split(" "))
                        .map(point -> Arrays.stream(point.split(","))
                                .mapToDouble(Double::parseDouble)
                                .toArray())
                        .toList())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anSvgHoldsEveryNameAndEveryPoint(boolean chinese) throws Exception {
        List<String> names = chinese ? CHINESE : ENGLISH;
        write(pictures(names).each(folder.resolve("a.svg")));
        for (String file : List.of("a-hard.svg", "a-soft.svg")) {
            Element svg = svg(file);
            List<String> texts =
                    all(svg, "text").stream().map(Element::getTextContent).toList();
            for (String name : names) {
                assertTrue(texts.stream().anyMatch(text -> text.startsWith(name)), texts.toString());
                assertEquals(POINTS, line(svg, name).size());
            }
            assertTrue(texts.contains("MNIST · T 4 · seed 1"), texts.toString());
            assertTrue(
                    texts.containsAll(List.of("T² · KL, nats", chinese ? "步数" : "step", "T 4 → 8")), texts.toString());
        }
    }

    /** Places on the paper are the numbers, but for one scale and one shift. */
    @Test
    void aLineRunsThroughTheNumbersThatWerePlotted() throws Exception {
        write(pictures(ENGLISH).each(folder.resolve("a.svg")));
        List<double[]> drawn = line(svg("a-hard.svg"), "distilled");
        List<Point> points = falling(2);
        Axis up = new Axis(
                new Range(points.get(POINTS - 1).y(), points.get(0).y()),
                drawn.get(POINTS - 1)[1],
                drawn.get(0)[1],
                false);
        Axis across = new Axis(new Range(1, POINTS), drawn.get(0)[0], drawn.get(POINTS - 1)[0], false);
        for (int i = 0; i < POINTS; i++) {
            double[] expected = {
                across.pixel(points.get(i).x()), up.pixel(points.get(i).y())
            };
            assertArrayEquals(expected, drawn.get(i), 0.011, "point " + i);
        }
    }

    @Test
    void curvesDifferInMoreThanTheirColour() throws Exception {
        write(pictures(ENGLISH).each(folder.resolve("a.svg")));
        List<String> dashes = all(svg("a-hard.svg"), "polyline").stream()
                .filter(line -> ENGLISH.contains(line.getTextContent()))
                .map(line -> line.getAttribute("stroke-dasharray"))
                .toList();
        assertEquals(2, Set.copyOf(dashes).size(), dashes.toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thePdfsTextIsTextInAFontThatLiesInTheFile(boolean chinese) throws Exception {
        List<String> names = chinese ? CHINESE : ENGLISH;
        write(pictures(names).sheet(folder.resolve("a.pdf")));
        try (PDDocument document = Loader.loadPDF(folder.resolve("a.pdf").toFile())) {
            String text = new PDFTextStripper().getText(document);
            List<String> expected = new ArrayList<>(names);
            expected.addAll(List.of("Hard loss", "软损失", "T² · KL, nats", "MNIST · T 4 · seed 1", "No points yet"));
            expected.forEach(words -> assertTrue(text.contains(words), words + " is not in " + text));
            assertFonts(document.getPage(0));
        }
        assertTrue(Files.size(folder.resolve("a.pdf")) < 200_000, "only the signs in use are in the file");
    }

    private static void assertFonts(PDPage page) throws IOException {
        int count = 0;
        for (COSName name : page.getResources().getFontNames()) {
            assertTrue(page.getResources().getFont(name).isEmbedded(), name.getName());
            count++;
        }
        assertEquals(2, count, "regular and bold");
    }

    @Test
    void signsThatTheFontHasNotBecomeQuestionMarks() throws Exception {
        ChartPictures odd = new ChartPictures(
                List.of("hard"), List.of(chart("Hard loss", ENGLISH, false)), List.of("\uD83D\uDC34 data"));
        write(odd.sheet(folder.resolve("a.svg")));
        assertTrue(all(svg("a.svg"), "text").stream()
                .anyMatch(text -> text.getTextContent().equals("? data")));
    }

    @Test
    void nothingIsWrittenWhereOneOfThemIsAlready() throws Exception {
        Path mine = Files.writeString(folder.resolve("a-soft.png"), "mine");
        Problem refused = assertThrows(
                Problem.class, () -> AtomicFile.writeAll(pictures(ENGLISH).each(folder.resolve("a.png")), Set.of()));
        assertEquals("write.appeared", refused.key());
        assertEquals("mine", Files.readString(mine));
        assertFalse(Files.exists(folder.resolve("a-hard.png")));
    }
}
