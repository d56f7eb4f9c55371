package distillery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guides for strangers name is there. */
@SuppressWarnings("NullAway") // what is not there fails the test
class DocumentsTest {
    private static final Pattern QUOTED = Pattern.compile("`([^`\\s]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");
    private static final Pattern PLACE = Pattern.compile("(assets|src|lessons|docs)/[\\w./-]+");
    private static final Pattern CLASS =
            Pattern.compile("(loss|net|data|method|train|lesson|lab|view|cli)/[\\w/]*[A-Z]\\w+(\\.\\w+)?");
    private static final Pattern BARE = Pattern.compile("[A-Z]\\w+Test");

    private static List<Path> guides() throws IOException {
        List<Path> all = new ArrayList<>(List.of(
                Path.of("CONTRIBUTING.md"),
                Path.of("README.zh-CN.md"),
                Path.of("SECURITY.md"),
                Path.of("licences/README.md")));
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(all::add);
        }
        return all;
    }

    private static boolean isThere(String named) throws IOException {
        if (PLACE.matcher(named).matches() && !named.contains("NAME")) {
            return Files.exists(Path.of(named));
        }
        if (CLASS.matcher(named).matches() && !named.contains("NAME")) {
            String type = named.replaceAll("\\..*", "");
            return Files.exists(Path.of("src/main/java/distillery", type + ".java"));
        }
        return !BARE.matcher(named).matches() || hasTest(named);
    }

    private static boolean hasTest(String name) throws IOException {
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            return tests.anyMatch(file -> file.endsWith(name + ".java"));
        }
    }

    @Test
    void everyFileAndClassThatAGuideNamesIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        int looked = 0;
        for (Path guide : guides()) {
            String text = Files.readString(guide);
            for (String named :
                    QUOTED.matcher(text).results().map(each -> each.group(1)).toList()) {
                looked++;
                if (!isThere(named)) {
                    missing.add(guide + ": " + named);
                }
            }
            Path beside = guide.toAbsolutePath().getParent();
            for (String link :
                    LINK.matcher(text).results().map(each -> each.group(1)).toList()) {
                looked++;
                if (!link.contains("://") && !Files.exists(beside.resolve(link))) {
                    missing.add(guide + " links to " + link);
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(looked > 50, "only " + looked + " names were found");
    }

    /** What only tests use is not handed on. */
    private static final Pattern FOR_TESTS = Pattern.compile(
            "(junit|opentest4j|apiguardian|testfx|hamcrest|assertj|openjfx-monocle|archunit|jackson-dataformat|org.osgi|slf4j-simple"
                    + "|surefire|console).*");

    @Test
    void everyLibraryThatIsHandedOnHasItsLicence() throws IOException {
        String licences = Files.readString(Path.of("licences/README.md"));
        Pattern name = Pattern.compile("(.+?)-\\d.*\\.jar");
        List<String> libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> name.matcher(new File(entry).getName()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .filter(library -> !FOR_TESTS.matcher(library).matches())
                .distinct()
                .toList();
        assertTrue(libraries.size() > 30, libraries.toString());
        assertEquals(
                List.of(),
                libraries.stream()
                        .filter(library -> !licences.contains("`" + library + "`"))
                        .toList());
    }
}
