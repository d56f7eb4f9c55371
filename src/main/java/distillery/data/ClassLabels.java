package distillery.data;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The classes of a data set: the numbers that its labels use, ascending, and what to call them. Numbering may begin
 * anywhere and may have gaps; class {@code i} is the one whose labels say {@code numbers[i]}.
 *
 * <p>The names are the numbers themselves, or the characters of an EMNIST set (Cohen, Afshar, Tapson and van Schaik 2017)
 * that is recognised by the names of its files.
 */
public record ClassLabels(List<Integer> numbers, List<String> names) {
    public static final int FEWEST = 2;
    public static final int MOST = 100;

    private static final String DIGITS = "0123456789";
    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /** By merge: small letters that look like their capitals are one class with them. */
    private static final String MERGED = DIGITS + CAPITALS + "abdefghnqrt";

    private static final int SHOWN = 12;

    public ClassLabels {
        numbers = List.copyOf(numbers);
        names = List.copyOf(names);
        if (numbers.size() != names.size() || numbers.size() < FEWEST || numbers.size() > MOST) {
            throw new IllegalArgumentException("expected %d to %d classes and as many names, were %s and %s"
                    .formatted(FEWEST, MOST, numbers, names));
        }
    }

    /** The classes 0 to {@code count - 1}, called by their numbers. */
    public static ClassLabels numbered(int count) {
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        return new ClassLabels(numbers, numbers.stream().map(String::valueOf).toList());
    }

    /**
     * What the labels of a training and a test set say.
     *
     * @param set the names of files and folder, by which an EMNIST set is recognised
     * @throws Problem if there are too few or too many, or one is only tested and never trained
     */
    static ClassLabels of(String set, NamedFile train, byte[] trainLabels, NamedFile test, byte[] testLabels)
            throws Problem {
        TreeSet<Integer> found = values(trainLabels);
        if (found.size() < FEWEST) {
            throw new Problem("labels.one", train.name(), String.valueOf(found.first()));
        }
        if (found.size() > MOST) {
            throw new Problem("labels.many", train.name(), found.size(), MOST);
        }
        TreeSet<Integer> untaught = values(testLabels);
        untaught.removeAll(found);
        if (!untaught.isEmpty()) {
            throw new Problem("labels.untaught", test.name(), text(untaught), train.name(), text(found));
        }
        List<Integer> numbers = List.copyOf(found);
        return new ClassLabels(numbers, names(set.toLowerCase(Locale.ROOT), numbers));
    }

    /** How many classes there are. */
    public int count() {
        return numbers.size();
    }

    /** Whether labels use just the numbers 0 to count − 1. */
    public boolean countFromZero() {
        return numbers.get(0) == 0 && numbers.get(count() - 1) == count() - 1;
    }

    /** Turns the numbers of labels into places among the classes, in the array itself. */
    byte[] number(byte[] labels) {
        if (countFromZero()) {
            return labels;
        }
        byte[] places = new byte[256];
        for (int i = 0; i < count(); i++) {
            places[numbers.get(i)] = (byte) i;
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = places[Byte.toUnsignedInt(labels[i])];
        }
        return labels;
    }

    /** Which classes none of these labels names, by their names. */
    List<String> absentFrom(byte[] labels) {
        TreeSet<Integer> there = values(labels);
        return IntStream.range(0, count())
                .filter(i -> !there.contains(numbers.get(i)))
                .mapToObj(names::get)
                .toList();
    }

    private static TreeSet<Integer> values(byte[] labels) {
        boolean[] seen = new boolean[256];
        for (byte label : labels) {
            seen[Byte.toUnsignedInt(label)] = true;
        }
        return IntStream.range(0, seen.length)
                .filter(i -> seen[i])
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> names(String set, List<Integer> numbers) {
        int least = numbers.get(0);
        int most = numbers.get(numbers.size() - 1);
        String characters = characters(set);
        int first = characters.equals(CAPITALS) && (least > 0 || most == CAPITALS.length()) ? 1 : 0;
        boolean known = most - first < characters.length();
        return numbers.stream()
                .map(number -> known ? characters.substring(number - first, number - first + 1) : number.toString())
                .toList();
    }

    /** What the labels of an EMNIST set stand for, in their order; empty for any other. */
    private static String characters(String set) {
        if (!set.contains("emnist")) {
            return "";
        }
        if (set.contains("letters")) {
            return CAPITALS; // large and small letters together, numbered from 1
        }
        if (set.contains("byclass")) {
            return DIGITS + CAPITALS + CAPITALS.toLowerCase(Locale.ROOT);
        }
        return set.contains("balanced") || set.contains("bymerge") ? MERGED : "";
    }

    /** Numbers in a sentence, not all if they are many. */
    private static String text(TreeSet<Integer> numbers) {
        String shown = numbers.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.size() > SHOWN ? shown + " …" : shown;
    }
}
