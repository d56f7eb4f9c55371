package distillery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls of the house. Each rule is also shown to catch a seeded breach in {@link distillery.breaches}. */
class ArchitectureTest {
    /** What each room may look into; itself is always allowed, a room below never sees one above. */
    private static final Map<String, List<String>> MAY_SEE = new TreeMap<>(Map.of(
            "loss", List.of(),
            "data", List.of(),
            "net", List.of("data"),
            "method", List.of("net", "loss", "data"),
            "train", List.of("method", "net", "loss", "data"),
            "lesson", List.of("data"),
            "lab", List.of("train", "method", "net", "loss", "data", "lesson"),
            "view", List.of("lab", "train", "method", "net", "loss", "data", "lesson"),
            "cli", List.of("lab", "train", "method", "net", "loss", "data", "lesson")));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("distillery");

    private static final JavaClasses BREACHES = new ClassFileImporter().importPackages("distillery.breaches");

    private static ArchRule roomsSeeOnlyWhatIsBelow(String room, String root) {
        List<String> allowed = MAY_SEE.getOrDefault(room, List.of());
        String[] forbidden = MAY_SEE.keySet().stream()
                .filter(other -> !other.equals(room) && !allowed.contains(other))
                .map(other -> "distillery." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because("arrows only point down: " + room + " sees " + allowed);
    }

    private static ArchRule packagesAreFreeOfCycles(String room) {
        return SlicesRuleDefinition.slices().matching(room + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule sharesWithoutSeeing(String room) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(room + ".*..")
                .because("what all packages of a room share lies below them");
    }

    private static ArchRule only(String library, String because, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .and()
                .doNotHaveFullyQualifiedName("distillery.App")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(because);
    }

    private static final Map<String, ArchRule> LIBRARIES = Map.of(
            "scenes",
            only("javafx.scene..", "nodes are the view's alone", "distillery.view.."),
            "controlsfx",
            only("org.controlsfx..", "nodes are the view's alone", "distillery.view.."),
            "properties",
            only("javafx.beans..", "only the window observes", "distillery.lab..", "distillery.view.."),
            "nd4j",
            only(
                    "org.nd4j..",
                    "off-heap memory never leaves the engine",
                    "distillery.net..",
                    "distillery.method..",
                    "distillery.train.."),
            "openblas",
            only("org.bytedeco..", "native threads are set in one place", "distillery.net.."),
            "command line",
            only("picocli..", "options are read in one place", "distillery.cli..", "distillery"));

    private static final ArchRule NO_VAGUE_NAMES = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Abstract)[A-Za-z]*")
            .because("a name says what a thing is");

    private static final ArchRule NO_OBJECT_STREAMS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .because("files are data");

    private static final ArchRule NO_PRINTING = noClasses()
            .that()
            .resideOutsideOfPackages("distillery.cli..")
            .and()
            .doNotHaveFullyQualifiedName("distillery.Launcher")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("the window has no console");

    @TestFactory
    List<DynamicTest> everyRoomSeesOnlyTheRoomsBelowIt() {
        return MAY_SEE.keySet().stream()
                .map(room -> DynamicTest.dynamicTest(room, () -> {
                    roomsSeeOnlyWhatIsBelow(room, "distillery.")
                            .allowEmptyShould(true)
                            .check(MAIN);
                }))
                .toList();
    }

    /** What a room's packages share lies in the room itself or in one of them that does not see the others. */
    @TestFactory
    List<DynamicTest> noTwoPackagesOfARoomSeeEachOther() {
        return List.of("lab", "view").stream()
                .map(room -> "distillery." + room)
                .map(room -> DynamicTest.dynamicTest(room, () -> {
                    packagesAreFreeOfCycles(room).check(MAIN);
                    sharesWithoutSeeing(room).check(MAIN);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyLibraryStaysInItsRooms() {
        return LIBRARIES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(MAIN)))
                .toList();
    }

    @Test
    void namesSayWhatAThingIs() {
        NO_VAGUE_NAMES.check(MAIN);
    }

    @Test
    void filesAreDataNeverObjects() {
        NO_OBJECT_STREAMS.check(MAIN);
    }

    @Test
    void onlyTheCommandLinePrints() {
        NO_PRINTING.check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith("org.jspecify.annotations.NullMarked")
                .check(MAIN);
        List<String> packages =
                MAIN.stream().map(type -> type.getPackageName()).distinct().toList();
        for (String name : packages) {
            assertDoesNotThrow(() -> MAIN.get(name + ".package-info"), () -> name + " has no package-info.java");
        }
    }

    @Test
    void eachWallCatchesASeededBreach() {
        LIBRARIES.forEach((name, rule) -> assertThrows(
                AssertionError.class, () -> rule.check(BREACHES), () -> "the wall around " + name + " has a hole"));
        for (ArchRule rule : List.of(NO_VAGUE_NAMES, NO_OBJECT_STREAMS, NO_PRINTING)) {
            assertThrows(AssertionError.class, () -> rule.check(BREACHES), rule::getDescription);
        }
        for (ArchRule rule : List.of(
                packagesAreFreeOfCycles("distillery.breaches.lab"), sharesWithoutSeeing("distillery.breaches.lab"))) {
            assertThrows(AssertionError.class, () -> rule.check(BREACHES), rule::getDescription);
        }
        for (String room : List.of("loss", "data")) {
            ArchRule rule = roomsSeeOnlyWhatIsBelow(room, "distillery.breaches.");
            assertThrows(AssertionError.class, () -> rule.check(BREACHES), rule::getDescription);
        }
    }
}
