package distillery.view.picture;

import distillery.view.Assets;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The font of pictures, in both weights: how wide texts are, and what it can write. */
final class Lettering implements Closeable {
    private static final String UNKNOWN = "?";

    private final TrueTypeFont regular;
    private final TrueTypeFont bold;

    Lettering() throws IOException {
        regular = parsed("fonts/NotoSansSC-Regular.ttf");
        bold = parsed("fonts/NotoSansSC-Bold.ttf");
    }

    private static TrueTypeFont parsed(String file) throws IOException {
        try (InputStream stream = Assets.open(file)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(stream));
        }
    }

    TrueTypeFont font(boolean inBold) {
        return inBold ? bold : regular;
    }

    /** The width of a text of size 1. */
    double width(String text, boolean inBold) {
        TrueTypeFont font = font(inBold);
        try {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            double units = 0;
            for (int sign : text.codePoints().toArray()) {
                units += font.getAdvanceWidth(glyphs.getGlyphId(sign));
            }
            return units / font.getUnitsPerEm();
        } catch (IOException broken) {
            throw new IllegalStateException("a font of the program is broken", broken);
        }
    }

    /** The text with a question mark for each sign that the font has not; names of folders hold any. */
    String writable(String text) throws IOException {
        CmapLookup glyphs = regular.getUnicodeCmapLookup();
        StringBuilder written = new StringBuilder();
        for (int sign : text.replace('\u00a0', ' ').codePoints().toArray()) {
            written.append(glyphs.getGlyphId(sign) == 0 ? UNKNOWN : Character.toString(sign));
        }
        return written.toString();
    }

    /** Writes a font of these signs alone. */
    void cut(Set<Integer> signs, boolean inBold, OutputStream out) throws IOException {
        TTFSubsetter subset = new TTFSubsetter(font(inBold));
        subset.addAll(signs);
        subset.writeToStream(out);
    }

    @Override
    public void close() throws IOException {
        regular.close();
        bold.close();
    }
}
