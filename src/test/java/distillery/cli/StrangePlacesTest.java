package distillery.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import distillery.data.Agreed;
import distillery.data.DataFolder;
import distillery.data.FolderClaim;
import distillery.data.Npz;
import distillery.data.Problem;
import distillery.lab.lessons.OpenedFolder;
import distillery.lab.screens.LabScreens;
import distillery.lab.setup.WindowState;
import distillery.lesson.LessonFiles;
import distillery.lesson.LessonReader;
import distillery.lesson.ProgressFile;
import distillery.train.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands in the place of a file that the program reads: it says so, and waits for nothing. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a pipe would be waited for for ever
class StrangePlacesTest {
    @TempDir
    Path folder = Path.of("");

    private final List<Problem> told = new ArrayList<>();

    /** What may stand in a file's place. */
    enum Strange {
        PIPE {
            @Override
            void put(Path place) throws Exception {
                assumeTrue(
                        new ProcessBuilder("mkfifo", place.toString()).start().waitFor() == 0);
            }
        },
        DEVICE {
            @Override
            void put(Path place) throws IOException {
                link(place, Path.of("/dev/zero"));
            }
        },
        SOCKET {
            @Override
            void put(Path place) throws IOException {
                try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                    socket.bind(UnixDomainSocketAddress.of(place)); // its name stays when it is closed
                }
            }
        },
        FOLDER {
            @Override
            void put(Path place) throws IOException {
                Files.createDirectory(place);
            }
        },
        NOWHERE {
            @Override
            void put(Path place) throws IOException {
                Files.createSymbolicLink(place, place.resolveSibling("none"));
            }
        },
        CIRCLE {
            @Override
            void put(Path place) throws IOException {
                Files.createSymbolicLink(place, place);
            }
        },
        NEWS_OF_THE_SYSTEM {
            @Override
            void put(Path place) throws IOException {
                link(place, Path.of("/proc/kmsg"));
            }
        };

        abstract void put(Path place) throws Exception;

        private static void link(Path place, Path target) throws IOException {
            assumeTrue(Files.exists(target));
            Files.createSymbolicLink(place, target);
        }
    }

    /** Reads, and fails in words or tells somebody. */
    private interface Reading {
        void read(Path file) throws Problem;
    }

    @BeforeEach
    void forget() {
        told.clear();
    }

    private void assertSays(Strange strange, String name, Reading reading) throws Exception {
        Path place = Files.createTempDirectory(folder, "place").resolve(name);
        strange.put(place);
        int before = told.size();
        try {
            reading.read(place);
        } catch (Problem said) {
            told.add(said);
        }
        assertTrue(told.size() > before, name + " in silence");
        told.forEach(each -> assertFalse(each.getMessage().contains("Exception"), each.getMessage()));
    }

    @ParameterizedTest
    @EnumSource
    void inPlaceOfWhatIsRemembered(Strange strange) throws Exception {
        assertSays(strange, "window.json", file -> WindowState.read(file, Locale.ENGLISH, told::add));
        assertSays(strange, "progress.json", file -> ProgressFile.read(file, told::add));
        Path home = Files.createTempDirectory(folder, "home");
        strange.put(home.resolve("lock"));
        try (FolderClaim claim = new FolderClaim(home)) {
            assertTrue(claim.isMine());
            claim.alone(() -> told.add(new Problem("file.no-name")));
        }
        strange.put(home.resolve("opening.txt"));
        OpenedFolder opened = new OpenedFolder(home.resolve("opening.txt"));
        opened.begin(folder);
        opened.calm();
    }

    @ParameterizedTest
    @EnumSource
    void inPlaceOfWhatIsOpened(Strange strange) throws Exception {
        assertSays(strange, "a.distillery.json", file -> LabScreens.file().read(file));
        assertSays(strange, "weights.npz", Npz::read);
        assertSays(strange, "golden.json", file -> assertEquals(2, run("check-losses", file)));
        assertSays(strange, "b.distillery.json", file -> assertEquals(1, run("train --set-up", file)));
        assertSays(strange, "data", file -> DataFolder.look(file.toString()));
        assertSays(strange, "lesson", file -> tell(LessonReader.read(file)));
        assertSays(strange, "settings.json", file -> {
            Agreed agreed = RunFolder.check(file.resolveSibling(""), true);
            assertFalse(agreed.replaced().contains(file));
        });
    }

    @ParameterizedTest
    @EnumSource
    void inPlaceOfAPartOfOnesOwnData(Strange strange) throws Exception {
        List<String> names = List.of(
                "train-images-idx3-ubyte",
                "train-labels-idx1-ubyte",
                "t10k-images-idx3-ubyte.gz",
                "t10k-labels-idx1-ubyte");
        for (String name : names) {
            assertSays(strange, name, file -> {
                for (String other : names) {
                    if (!other.equals(name)) {
                        byte[] labels = {0, 0, 8, 1, 0, 0, 0, 2, 0, 1};
                        byte[] images = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 5, 9};
                        write(file.resolveSibling(other), other.contains("labels") ? labels : images);
                    }
                }
                DataFolder.look(file.resolveSibling("").toString());
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void inPlaceOfWhatALessonIsMadeOf(Strange strange) throws Exception {
        for (String name : List.of("en.md", "zh-CN.md")) {
            assertSays(strange, name, file -> tell(LessonReader.read(file.resolveSibling(""))));
        }
        assertSays(strange, "picture.png", file -> {
            String lesson =
                    "---\nid: heat\ntitle: Heat\nminutes: 5\ngoal: Why?\n---\n## A\nText.\n\n![A](picture.png)\n";
            write(file.resolveSibling("en.md"), lesson.getBytes(UTF_8));
            List<LessonFiles> all = LessonReader.read(file.resolveSibling(""));
            assertEquals(1, all.get(0).lessons().size(), "it can be taught without");
            tell(all);
        });
    }

    private int run(String command, Path file) {
        StringWriter err = new StringWriter();
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add(file.toString());
        int code = Distillery.line()
                .setErr(new PrintWriter(err))
                .setOut(new PrintWriter(err))
                .execute(words.toArray(String[]::new));
        assertTrue(err.toString().contains(file.toString()), err.toString());
        told.add(new Problem("file.no-name"));
        return code;
    }

    private void tell(List<LessonFiles> all) {
        all.forEach(files -> told.addAll(files.problems()));
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
    }
}
