package distillery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import distillery.breaches.OpenDoors;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls of the house. Each rule is also shown to catch its own breach, seeded in {@link distillery.breaches}. */
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

    /** A rule, and the seeded class that breaks it and no other. */
    private record Wall(ArchRule rule, Class<?> breach) {
        static Wall around(String library, Class<?> breach, String because, String... rooms) {
            ArchRule rule = noClasses()
                    .that()
                    .resideOutsideOfPackages(rooms)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library)
                    .because(because);
            return new Wall(rule, breach);
        }
    }

    /** Each library is seen where main code uses it and nowhere else; the package "distillery" is the way in. */
    private static final Map<String, Wall> LIBRARIES = Map.ofEntries(
            library("javafx.scene", OpenDoors.Scenes.class, "nodes are the view's alone", "view"),
            library("org.controlsfx", OpenDoors.Controls.class, "nodes are the view's alone", "view"),
            library("org.kordamp", OpenDoors.Icons.class, "nodes are the view's alone", "view"),
            library("javafx.stage", OpenDoors.Windows.class, "windows are the view's alone", "view", ""),
            library("javafx.beans", OpenDoors.Properties.class, "only the window observes", "lab", "view", ""),
            library("org.nd4j", OpenDoors.Arrays.class, "off-heap memory never leaves the engine", "net"),
            library("org.bytedeco", OpenDoors.Pointers.class, "off-heap memory never leaves the engine", "net"),
            library("picocli", OpenDoors.Options.class, "options are read in one place", "cli"),
            library("org.commonmark", OpenDoors.Markdown.class, "lessons are read in one place", "lesson"),
            library("org.snakeyaml", OpenDoors.Yaml.class, "lessons are read in one place", "lesson"),
            library("org.scilab", OpenDoors.Latex.class, "formulas are set in one place", "lesson"),
            library("org.apache.pdfbox", OpenDoors.Paper.class, "pictures are drawn in one place", "view.picture"),
            library("org.apache.commons.csv", OpenDoors.Tables.class, "tables are read by few", "data", "view"),
            library(
                    "com.fasterxml",
                    OpenDoors.Json.class,
                    "neither the maths nor the window reads files",
                    "data",
                    "net",
                    "method",
                    "train",
                    "lesson",
                    "lab",
                    "cli"));

    private static Map.Entry<String, Wall> library(String name, Class<?> breach, String because, String... rooms) {
        String[] packages = Stream.of(rooms)
                .map(room -> room.isEmpty() ? "distillery" : "distillery." + room + "..")
                .toArray(String[]::new);
        return Map.entry(name, Wall.around(name + "..", breach, because, packages));
    }

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
        return List.of("loss", "lab", "view").stream()
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
                        rule.getKey(), () -> rule.getValue().rule().check(MAIN)))
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

    @TestFactory
    List<DynamicTest> eachRoomsWallCatchesItsSeededBreach() {
        return MAY_SEE.keySet().stream()
                .map(room -> DynamicTest.dynamicTest(room, () -> {
                    String home = "distillery.breaches." + room;
                    List<String> seeded = BREACHES.stream()
                            .filter(type -> type.getPackageName().equals(home))
                            .map(JavaClass::getName)
                            .toList();
                    assertEquals(
                            1,
                            seeded.size(),
                            () -> "room " + room + " needs one class in " + home + " that sees what " + room
                                    + " must not see, but there is " + seeded);
                    assertCaught(roomsSeeOnlyWhatIsBelow(room, "distillery.breaches."), seeded.get(0));
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> eachLibrarysWallCatchesItsSeededBreach() {
        return LIBRARIES.entrySet().stream()
                .map(wall -> DynamicTest.dynamicTest(wall.getKey(), () -> {
                    assertCaught(
                            wall.getValue().rule(), wall.getValue().breach().getName());
                }))
                .toList();
    }

    @Test
    void packagesOfARoomThatSeeEachOtherAreCaught() {
        for (ArchRule rule : List.of(
                packagesAreFreeOfCycles("distillery.breaches.shared"),
                sharesWithoutSeeing("distillery.breaches.shared"))) {
            assertThrows(AssertionError.class, () -> rule.check(BREACHES), rule::getDescription);
        }
    }

    @Test
    void eachHabitIsCaughtInItsSeededBreach() {
        assertCaught(NO_VAGUE_NAMES, OpenDoors.VagueHelper.class.getName());
        assertCaught(NO_OBJECT_STREAMS, OpenDoors.Objects.class.getName());
        assertCaught(NO_PRINTING, OpenDoors.Loud.class.getName());
    }

    /** What the rule says names this breach, and no other. */
    private static void assertCaught(ArchRule rule, String breach) {
        List<String> caught = rule.evaluate(BREACHES).getFailureReport().getDetails();
        assertNotEquals(List.of(), caught, () -> breach + " goes unnoticed: " + rule.getDescription());
        for (String line : caught) {
            assertTrue(line.contains(breach), () -> "not the breach " + breach + " but: " + line);
        }
    }
}
