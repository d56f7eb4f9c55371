package distillery.data;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What the window and {@link Problem} say, in English, Chinese, and the languages that a folder beside the program adds. */
public final class TextBundles {
    /** One file for each, in each language. */
    public static final List<String> BUNDLES = List.of(
            "shell", "explore", "loss", "train", "digits", "compare", "methods", "lessons", "chart", "problems");

    /** The languages that come with the program. */
    public static final List<Locale> INCLUDED = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private static volatile List<Translation> added = List.of();

    private TextBundles() {}

    /** Adds these languages to those that come with the program, in place of any that were added before. */
    public static void add(List<Translation> translations) {
        added = List.copyOf(translations);
        READ.clear();
    }

    /** All languages, in the order in which the switch goes through them. */
    public static List<Locale> languages() {
        return Stream.concat(INCLUDED.stream(), added.stream().map(Translation::language))
                .distinct()
                .toList();
    }

    /** A file's sentences by their keys; English where the language lacks one. */
    public static Map<String, String> of(String bundle, Locale language) {
        return READ.computeIfAbsent(language.toLanguageTag() + "/" + bundle, key -> read(bundle, language));
    }

    private static Map<String, String> read(String name, Locale language) {
        // No fallback to the computer's own language: the window's choice counts, else English.
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle bundle = ResourceBundle.getBundle("assets.i18n." + name, language, control);
        Map<String, String> sentences = new HashMap<>();
        bundle.keySet().forEach(key -> sentences.put(key, bundle.getString(key)));
        added.stream()
                .filter(each -> each.language().equals(language))
                .forEach(each -> sentences.putAll(each.bundles().getOrDefault(name, Map.of())));
        return Map.copyOf(sentences);
    }
}
