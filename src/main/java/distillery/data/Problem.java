package distillery.data;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something the user can mend: a sentence of {@code assets/i18n/problems*.properties} and what to fill in.
 *
 * <p>One may be filled in into another. {@link #getMessage()} is the English sentence; a window asks for {@linkplain #in its own language}.
 */
public final class Problem extends Exception {
    private static final long serialVersionUID = 1;
    private static final String SENTENCES = "problems";

    private final String key;
    private final transient List<Object> arguments;

    public Problem(String key, Object... arguments) {
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The same, keeping what made the program notice. */
    public Problem(Throwable cause, String key, Object... arguments) {
        this(key, arguments);
        initCause(cause);
    }

    /** The sentence's name in the message bundle. */
    public String key() {
        return key;
    }

    /** What fills the places {0}, {1}, … of the sentence. */
    public List<Object> arguments() {
        return arguments;
    }

    @Override
    public String getMessage() {
        return in(Locale.ENGLISH);
    }

    /** The sentence in a language; English where the bundle lacks it. */
    public String in(Locale language) {
        String pattern = sentences(language).get(key);
        if (pattern == null) {
            throw new IllegalStateException("no sentence for " + key);
        }
        return new MessageFormat(pattern, language).format(spoken(arguments.toArray(), language));
    }

    /** Whether there is a sentence of this name. */
    static boolean hasSentence(String key) {
        return sentences(Locale.ENGLISH).containsKey(key);
    }

    private static Map<String, String> sentences(Locale language) {
        return TextBundles.of(SENTENCES, language);
    }

    /** The arguments of a sentence; those that are problems themselves, as a reason is, in words. */
    public static Object[] spoken(Object[] arguments, Locale language) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Problem inner ? inner.in(language) : argument)
                .toArray();
    }
}
