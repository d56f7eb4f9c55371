package distillery.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Another language for the window: a folder named after it, {@code de} or {@code pt-BR}, with files like the English ones
 * ({@code shell.properties} and so on, in UTF-8). Whatever it lacks, or has in a form that cannot be used, stays English.
 *
 * @param bundles the sentences that can be used, by the file's name without its ending
 * @param findings what its author should mend, file by file
 */
public record Translation(Locale language, Map<String, Map<String, String>> bundles, List<Problem> findings) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final long LARGEST_BYTES = 1 << 20;
    private static final String ENDING = ".properties";

    public Translation {
        bundles = Map.copyOf(bundles);
        findings = List.copyOf(findings);
    }

    /**
     * Reads a language's folder.
     *
     * @throws Problem if its name is no language's, or is one's that the program has already
     */
    public static Translation read(Path folder) throws Problem {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        Locale language = Locale.forLanguageTag(name);
        if (!Files.isDirectory(folder)) {
            throw new Problem("file.missing", folder.toString());
        }
        if (!language.toLanguageTag().equals(name) || !isKnown(language)) {
            throw new Problem("translation.language", folder.toString());
        }
        if (TextBundles.INCLUDED.stream().anyMatch(known -> known.getLanguage().equals(language.getLanguage()))) {
            throw new Problem("translation.included", folder.toString());
        }
        Map<String, Map<String, String>> bundles = new HashMap<>();
        List<Problem> findings = new ArrayList<>();
        for (String bundle : TextBundles.BUNDLES) {
            Path file = folder.resolve(bundle + ENDING);
            try {
                bundles.put(bundle, usable(file, bundle, sentences(folder, file), findings));
            } catch (Problem unreadable) {
                findings.add(unreadable);
            }
        }
        return new Translation(language, bundles, findings);
    }

    /** Whether there is a language of this code; many a word has a code's form. */
    private static boolean isKnown(Locale language) {
        try {
            return !language.getISO3Language().isEmpty();
        } catch (MissingResourceException unknown) {
            return false;
        }
    }

    /** Every language in a folder of such folders, in the order of their names; none where there is no such folder. */
    public static List<Translation> all(Path folder) {
        List<Translation> all = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder, Files::isDirectory)) {
                Set<Path> folders = new TreeSet<>();
                inside.forEach(folders::add);
                folders.stream().filter(each -> !Inside.leadsOut(folder, each)).forEach(each -> tryToRead(each, all));
            } catch (IOException | DirectoryIteratorException unreadable) {
                // then there are none
            }
        }
        return all;
    }

    private static void tryToRead(Path folder, List<Translation> all) {
        try {
            all.add(read(folder));
        } catch (Problem noLanguage) {
            // the command that checks a translation says why; the others are offered
        }
    }

    private static Map<String, String> sentences(Path folder, Path file) throws Problem {
        if (!Files.exists(file)) {
            throw new Problem("file.missing", file.toString());
        }
        if (Inside.leadsOut(folder, file)) {
            throw new Problem("translation.link", file.toString());
        }
        try {
            if (!PlainFile.is(file) || Files.size(file) > LARGEST_BYTES) {
                throw new Problem("translation.no-text", file.toString());
            }
            Properties read = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                read.load(reader);
            }
            return read.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, read::getProperty));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Problem(unreadable, "translation.no-text", file.toString());
        }
    }

    /** Those that say what the English ones say, as far as a program can tell. */
    private static Map<String, String> usable(
            Path file, String bundle, Map<String, String> sentences, List<Problem> findings) {
        Map<String, String> english = new TreeMap<>(TextBundles.of(bundle, Locale.ENGLISH));
        Map<String, String> usable = new HashMap<>();
        for (Map.Entry<String, String> original : english.entrySet()) {
            String key = original.getKey();
            String sentence = sentences.get(key);
            if (sentence == null || sentence.isBlank()) {
                findings.add(new Problem("translation.missing", file.toString(), key, original.getValue()));
            } else if (!fits(original.getValue(), sentence)) {
                findings.add(new Problem("translation.places", file.toString(), key, original.getValue()));
            } else {
                usable.put(key, sentence);
            }
        }
        sentences.keySet().stream()
                .filter(key -> !english.containsKey(key))
                .sorted()
                .forEach(key -> findings.add(new Problem("translation.unknown", file.toString(), key)));
        return usable;
    }

    /** Whether it has the places of the English sentence, each of them and no other, and can be filled in. */
    private static boolean fits(String english, String sentence) {
        try {
            new MessageFormat(sentence, Locale.ROOT);
        } catch (IllegalArgumentException broken) {
            return !english.contains("{0") && places(sentence).isEmpty(); // taken as it stands
        }
        return places(english).equals(places(sentence));
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
