package distillery.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The ending of a kind of file: {@code .csv}. Which name a file gets is settled before anybody is asked whether the file
 * of that name may be replaced.
 *
 * @param text with its dot
 * @param others that a file of this kind may have as well
 */
public record Ending(String text, List<String> others) {
    public static final Ending CSV = new Ending(".csv");
    public static final Ending PNG = new Ending(".png");
    public static final Ending SVG = new Ending(".svg");
    public static final Ending PDF = new Ending(".pdf");
    public static final Ending NPZ = new Ending(".npz");

    public Ending(String text, String... others) {
        this(text, List.of(others));
    }

    public Ending {
        others = List.copyOf(others);
    }

    /**
     * The file that is meant by the one a person named: with this ending, unless it has it already, in whatever case.
     * Dots and spaces at its end are dropped, as Windows does by itself.
     */
    public Path settled(Path named) {
        String name = tidied(String.valueOf(named.getFileName()));
        return named.resolveSibling(found(name).isEmpty() ? name + text : name);
    }

    /** Whether a file of this name is of this kind. */
    public boolean isOf(Path file) {
        return settled(file).equals(file);
    }

    /** The file's name without its ending. */
    public String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - found(name).length());
    }

    /** The same file's name with something before its ending: {@code handout-2.png}. */
    public Path inserted(Path file, String more) {
        String ending = found(String.valueOf(file.getFileName()));
        return file.resolveSibling(stem(file) + more + (ending.isEmpty() ? text : ending));
    }

    /** The ending as it stands in the name; empty for none. */
    private String found(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        int length = small.endsWith(text)
                ? text.length()
                : others.stream()
                        .filter(small::endsWith)
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        return name.substring(name.length() - length);
    }

    private static String tidied(String name) {
        int end = name.length();
        while (end > 0 && isNothing(name.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? name : name.substring(0, end);
    }

    private static boolean isNothing(char last) {
        return last == '.' || Character.isWhitespace(last) || Character.isSpaceChar(last);
    }
}
