package distillery.train.sweep;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a sweep that is shared among several programs: of so many parts this one takes every run whose place in the grid
 * leaves the remainder {@code number - 1}. The parts have no run in common and together they are all.
 *
 * @param number from 1
 */
public record Shard(int number, int of) {
    /** The only part there is. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final int MOST = 10_000;
    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\d{1,5})\\s*/\\s*(\\d{1,5})\\s*");

    public Shard {
        if (of < 1 || of > MOST || number < 1 || number > of) {
            throw new Refusal("shard", new Problem("sweep.shard", number + "/" + of));
        }
    }

    /** Reads {@code 2/4}. */
    public static Shard parse(String text) throws Problem {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new Problem("sweep.shard", NumberRange.quoted(text));
        }
        try {
            return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        } catch (Refusal impossible) {
            throw new Problem(impossible, "sweep.shard", NumberRange.quoted(text));
        }
    }

    @JsonCreator
    static Shard of(String text) {
        try {
            return parse(text);
        } catch (Problem unreadable) {
            throw new Refusal("shard", unreadable);
        }
    }

    boolean has(int run) {
        return run % of == number - 1;
    }

    @JsonValue
    @Override
    public String toString() {
        return number + "/" + of;
    }
}
