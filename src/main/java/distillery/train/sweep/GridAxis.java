package distillery.train.sweep;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A setting and the values that a sweep gives it, in the order in which they were named.
 *
 * @param name of the {@linkplain GridSetting setting}
 * @param values each as the setting writes it
 */
public record GridAxis(String name, List<String> values) {
    private static final Pattern RANGE = Pattern.compile("\\s*(-?\\d{1,18})\\s*\\.\\.\\s*(-?\\d{1,18})\\s*");

    public GridAxis {
        values = List.copyOf(values);
    }

    /**
     * Reads {@code temperature=1,2,4} or {@code seed=1..5}.
     *
     * @throws Problem that says what is wrong with it
     */
    public static GridAxis parse(String text) throws Problem {
        int sign = text.indexOf('=');
        if (sign < 0 || text.substring(sign + 1).isBlank()) {
            throw new Problem("sweep.part", NumberRange.quoted(text));
        }
        GridSetting setting = GridSetting.of(text.substring(0, sign));
        Set<String> values = new LinkedHashSet<>();
        for (String part : text.substring(sign + 1).split("[,\uFF0C\u3001]", -1)) {
            for (String typed : expanded(part)) {
                String value = read(setting, typed.strip());
                if (!values.add(value)) {
                    throw new Problem("sweep.twice", setting.name() + "=" + value);
                }
            }
        }
        return new GridAxis(setting.name(), List.copyOf(values));
    }

    private static String read(GridSetting setting, String typed) throws Problem {
        try {
            return setting.reading().read(typed);
        } catch (Refusal refusal) {
            Object why = refusal.reason().orElseGet(() -> refusal.of(setting.name()));
            throw new Problem(refusal, "sweep.value", setting.name(), NumberRange.quoted(typed), why);
        } catch (Problem unreadable) {
            throw new Problem(unreadable, "sweep.value", setting.name(), NumberRange.quoted(typed), unreadable);
        }
    }

    /** {@code 1..5} as five values; another part as it is. */
    private static List<String> expanded(String part) throws Problem {
        Matcher range = RANGE.matcher(part);
        if (!range.matches()) {
            return List.of(part);
        }
        long first = Long.parseLong(range.group(1));
        long last = Long.parseLong(range.group(2));
        if (last < first) {
            throw new Problem("sweep.range", NumberRange.quoted(part));
        }
        if (last - first >= Grid.MOST_RUNS) {
            throw new Problem("sweep.large", last - first + 1, Grid.MOST_RUNS);
        }
        List<String> all = new ArrayList<>();
        for (long value = first; value <= last; value++) {
            all.add(String.valueOf(value));
        }
        return all;
    }

    GridSetting setting() throws Problem {
        return GridSetting.of(name);
    }

    /**
     * How long each value can wait: the ends 0, what halves the gap between them 1, and so on. Values without an order do not
     * wait, and those of a seed not either, for every cell needs them all.
     */
    int[] levels() throws Problem {
        int[] levels = new int[values.size()];
        if (!setting().isNumber() || name.equals(GridSetting.SEED)) {
            return levels;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> new BigDecimal(values.get(a)).compareTo(new BigDecimal(values.get(b))));
        split(levels, order, 0, levels.length - 1, 1);
        return levels;
    }

    private static void split(int[] levels, List<Integer> order, int from, int to, int level) {
        if (to - from > 1) {
            int middle = (from + to) / 2;
            levels[order.get(middle)] = level;
            split(levels, order, from, middle, level + 1);
            split(levels, order, middle, to, level + 1);
        }
    }

    @Override
    public String toString() {
        return name + "=" + String.join(",", values);
    }
}
