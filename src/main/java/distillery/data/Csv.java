package distillery.data;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * A table for spreadsheets and for other programs, as RFC 4180 has it: commas, lines that end with CR LF, quotes where
 * they are needed, a point as decimal sign whatever the computer's own is.
 *
 * <p>A text that a spreadsheet might take for a formula gets an apostrophe before it: one that begins with {@code = + -
 * @}, full-width or not, with a tab or a line break, after spaces or apostrophes as well. Whoever reads such a text back
 * takes that first apostrophe away, and has what was written. Numbers are left alone.
 */
public final class Csv {
    /** Without it, Excel reads UTF-8 in the computer's own encoding. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final Pattern FORMULA =
            Pattern.compile("'*(?:[\\t\\r\\n]|[\\s\\p{Z}\\uFEFF]*[=+\\-@＝＋－＠﹦﹢﹣﹫−]).*", Pattern.DOTALL);

    private final Appendable out;

    /** Writes the rows of a table. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(Appendable out) throws IOException;
    }

    /** A table that grows in {@code out}. */
    public Csv(Appendable out) {
        this.out = out;
    }

    /** A whole file with a table in it: in UTF-8, and saying so. */
    public static AtomicFile.Content file(Rows rows) {
        return stream -> {
            Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            writer.append(BYTE_ORDER_MARK);
            rows.writeTo(writer);
            writer.flush();
        };
    }

    /** Adds a row of numbers and texts. */
    public void row(Object... cells) throws IOException {
        Object[] guarded = Arrays.stream(cells).map(Csv::guarded).toArray();
        out.append(CSVFormat.DEFAULT.format(guarded)).append("\r\n");
    }

    private static Object guarded(Object cell) {
        return !(cell instanceof Number) && FORMULA.matcher(cell.toString()).matches() ? "'" + cell : cell;
    }
}
