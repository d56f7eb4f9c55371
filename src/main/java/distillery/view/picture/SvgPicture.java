package distillery.view.picture;

import distillery.view.chart.ChartNumbers.Point;
import distillery.view.picture.Drawing.Box;
import distillery.view.picture.Drawing.Disc;
import distillery.view.picture.Drawing.Item;
import distillery.view.picture.Drawing.Shape;
import distillery.view.picture.Drawing.Stroke;
import distillery.view.picture.Drawing.Within;
import distillery.view.picture.Drawing.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A drawing in the SVG format: lines stay lines and text stays text; the signs that are used lie in the file as a font. */
final class SvgPicture {
    private static final String SPACE = "http://www.w3.org/2000/svg";

    /** What stands in where a program reads no fonts out of files. */
    private static final String FAMILIES =
            "'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

    private final Drawing drawing;
    private final Lettering letters;
    private final XMLStreamWriter xml;
    private int clips;

    private SvgPicture(Drawing drawing, Lettering letters, XMLStreamWriter xml) {
        this.drawing = drawing;
        this.letters = letters;
        this.xml = xml;
    }

    /** Leaves the stream open. */
    static void write(Drawing drawing, Lettering letters, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            new SvgPicture(drawing, letters, xml).write();
            xml.close();
        } catch (XMLStreamException failed) {
            throw failed.getNestedException() instanceof IOException disk ? disk : new IOException(failed);
        }
    }

    private void write() throws XMLStreamException, IOException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace(SPACE);
        attribute("width", drawing.width());
        attribute("height", drawing.height());
        xml.writeAttribute("viewBox", "0 0 " + number(drawing.width()) + " " + number(drawing.height()));
        xml.writeAttribute("font-family", FAMILIES);
        title(drawing.title());
        xml.writeStartElement("style");
        xml.writeCharacters(fontFace(false) + fontFace(true));
        xml.writeEndElement();
        xml.writeEmptyElement("rect");
        xml.writeAttribute("width", "100%");
        xml.writeAttribute("height", "100%");
        xml.writeAttribute("fill", "#ffffff");
        draw(drawing.items());
        xml.writeEndDocument();
    }

    /** The signs that are used in one weight; programs that know no fonts in files pass it over. */
    private String fontFace(boolean bold) throws IOException {
        Set<Integer> signs = new TreeSet<>();
        drawing.items().stream()
                .filter(item -> item instanceof Words words && words.bold() == bold)
                .forEach(item -> ((Words) item).text().codePoints().forEach(signs::add));
        if (signs.isEmpty()) {
            return "";
        }
        ByteArrayOutputStream font = new ByteArrayOutputStream();
        letters.cut(signs, bold, font);
        return "@font-face{font-family:'Noto Sans SC';font-weight:" + (bold ? "bold" : "normal")
                + ";src:url(data:font/ttf;base64," + Base64.getEncoder().encodeToString(font.toByteArray()) + ")}";
    }

    private void draw(List<Item> items) throws XMLStreamException {
        for (Item item : items) {
            if (item instanceof Words words) {
                write(words);
            } else if (item instanceof Stroke stroke) {
                stroke(stroke);
            } else if (item instanceof Shape shape) {
                xml.writeEmptyElement("polygon");
                xml.writeAttribute("points", places(shape.corners()));
                xml.writeAttribute("fill", color(shape.color()));
            } else if (item instanceof Disc disc) {
                xml.writeEmptyElement("circle");
                attribute("cx", disc.x());
                attribute("cy", disc.y());
                attribute("r", disc.radius());
                xml.writeAttribute("fill", color(disc.color()));
            } else if (item instanceof Within within) {
                clip(within);
            }
        }
    }

    private void write(Words words) throws XMLStreamException {
        xml.writeStartElement("text");
        attribute("x", words.x());
        attribute("y", words.y());
        attribute("font-size", words.size());
        if (words.bold()) {
            xml.writeAttribute("font-weight", "bold");
        }
        xml.writeAttribute(
                "text-anchor",
                switch (words.side()) {
                    case RIGHT -> "start";
                    case MIDDLE -> "middle";
                    case LEFT -> "end";
                });
        xml.writeAttribute("fill", color(words.color()));
        xml.writeAttribute("xml:space", "preserve");
        xml.writeCharacters(words.text());
        xml.writeEndElement();
    }

    private void stroke(Stroke stroke) throws XMLStreamException {
        xml.writeStartElement("polyline");
        xml.writeAttribute("points", places(stroke.points()));
        xml.writeAttribute("fill", "none");
        xml.writeAttribute("stroke", color(stroke.color()));
        attribute("stroke-width", stroke.width());
        xml.writeAttribute("stroke-linejoin", "round");
        if (!stroke.dashes().isEmpty()) {
            xml.writeAttribute(
                    "stroke-dasharray",
                    stroke.dashes().stream().map(SvgPicture::number).collect(Collectors.joining(" ")));
        }
        title(stroke.name());
        xml.writeEndElement();
    }

    private void clip(Within within) throws XMLStreamException {
        Box box = within.box();
        String id = "clip" + clips++;
        xml.writeStartElement("clipPath");
        xml.writeAttribute("id", id);
        xml.writeEmptyElement("rect");
        attribute("x", box.left());
        attribute("y", box.top());
        attribute("width", box.width());
        attribute("height", box.height());
        xml.writeEndElement();
        xml.writeStartElement("g");
        xml.writeAttribute("clip-path", "url(#" + id + ")");
        draw(within.items());
        xml.writeEndElement();
    }

    private void title(String words) throws XMLStreamException {
        if (!words.isEmpty()) {
            xml.writeStartElement("title");
            xml.writeCharacters(words);
            xml.writeEndElement();
        }
    }

    private void attribute(String name, double value) throws XMLStreamException {
        xml.writeAttribute(name, number(value));
    }

    private static String places(List<Point> points) {
        return points.stream()
                .map(point -> number(point.x()) + "," + number(point.y()))
                .collect(Collectors.joining(" "));
    }

    /** With hundredths of a point, which nobody sees. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String color(Color color) {
        return String.format(
                "#%02x%02x%02x",
                Math.round(255 * color.getRed()),
                Math.round(255 * color.getGreen()),
                Math.round(255 * color.getBlue()));
    }
}
