package distillery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script finds its program from wherever it is called; a stand-in for Java prints what it is given. */
class StartScriptTest {
    @TempDir
    Path folder = Path.of("");

    private Path install(String name) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "this system has no shell for it");
        Path program = Files.createDirectories(folder.resolve(name));
        Files.createFile(program.resolve("distillery.jar"));
        Path script = Files.copy(Path.of("distillery"), program.resolve("distillery"));
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    private String run(Path script, String version) throws IOException, InterruptedException {
        return runAs(script, version, List.of("lesson", "a (1) b"));
    }

    /** A Java that knows no ahead-of-time cache. */
    private String runAs(Path script, String version, List<String> arguments) throws IOException, InterruptedException {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(
                java,
                "#!/bin/sh\n[ \"$1\" = -version ] && echo 'openjdk version \"" + version
                        + "\"' >&2 && exit\n[ \"$2\" = -XX:AOTMode=off ] && exit 1\nprintf '<%s>' \"$@\"\n");
        assertTrue(java.toFile().setExecutable(true));
        List<String> words = new ArrayList<>(List.of("/bin/sh", script.toString()));
        words.addAll(arguments);
        ProcessBuilder start =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = start.environment();
        environment.remove("JAVA_HOME");
        environment.put("TMPDIR", folder.toString());
        environment.put("CDPATH", folder + ":/");
        environment.put("PATH", java.getParent() + ":" + environment.get("PATH"));
        Process process = start.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private void assertStarts(Path script, String jar) throws IOException, InterruptedException {
        String said = run(script, "17.0.1");
        assertTrue(said.endsWith("<-jar><" + folder.toRealPath().resolve(jar) + "><lesson><a (1) b>"), said);
    }

    @Test
    void aFolderMayHaveAnyName() throws IOException, InterruptedException {
        for (String name : List.of("plain", "with space (1)", "-dash", "a&b!%c%'d")) {
            assertStarts(install(name), name + "/distillery.jar");
        }
    }

    @Test
    void aChainOfLinksLeadsToTheProgram() throws IOException, InterruptedException {
        Path script = install("with space (1)");
        Path far = Files.createSymbolicLink(folder.resolve("far"), script);
        Path links = Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(links.resolve("near"), Path.of("..").resolve(far.getFileName()));
        Path last = Files.createSymbolicLink(links.resolve("last"), Path.of("near"));
        assertStarts(last, "with space (1)/distillery.jar");
        assertStarts(folder.relativize(last), "with space (1)/distillery.jar");
    }

    /** JavaFX and AWT leave their copies of fonts there when they are killed; the program knows the folder by its name. */
    @Test
    void eachRunHasATemporaryFolderNamedAfterItsProcess() throws IOException, InterruptedException {
        String said = run(install("plain"), "17.0.1");
        Matcher option = Pattern.compile("<-Djava\\.io\\.tmpdir=([^>]*)>").matcher(said);
        assertTrue(option.find(), said);
        Path temporary = Path.of(option.group(1));
        assertTrue(Files.isDirectory(temporary), said);
        assertEquals(folder.toRealPath(), temporary.resolve("..").toRealPath());
        assertTrue(temporary.getFileName().toString().matches("distillery-[0-9]+-\\w+"), said);
    }

    /** Java 17 passes over an archive that was made elsewhere, and would do so for ever. */
    @Test
    void anArchiveFromElsewhereIsMadeAnewWhereJavaCannotUseIt() throws IOException, InterruptedException {
        Path script = install("moved");
        Path archive = script.resolveSibling("distillery.jsa");
        Files.writeString(archive, "made elsewhere");
        Files.writeString(script.resolveSibling("distillery.jsa.place"), "/elsewhere\n");
        Files.setLastModifiedTime(script.resolveSibling("distillery.jar"), FileTime.from(Instant.EPOCH));
        assertTrue(run(script, "21.0.1").contains("<-XX:SharedArchiveFile=" + archive.toRealPath() + ">"));
        assertTrue(run(script, "17.0.1").contains("<-Xshare:auto>"));
        assertTrue(runAs(script, "17.0.1", List.of()).contains("<-XX:ArchiveClassesAtExit="));
        assertFalse(Files.exists(archive), "what does not fit is not kept");
        Files.writeString(archive, "made here");
        assertTrue(run(script, "17.0.1").contains("<-XX:SharedArchiveFile=" + archive.toRealPath() + ">"));
    }

    @Test
    void anOldJavaIsRefusedInASentence() throws IOException, InterruptedException {
        for (String old : List.of("1.8.0_402", "11.0.22")) {
            String said = run(install("old" + old), old);
            assertTrue(said.startsWith("Distillery needs Java 17 or newer"), said);
            assertEquals(1, said.lines().count(), said);
        }
    }

    /** A bracket in a path would close the block that it stands in. */
    @Test
    void onWindowsNoPathStandsInABlock() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("distillery.bat"));
        assertTrue(lines.contains("setlocal DisableDelayedExpansion"));
        for (String line : lines) {
            assertFalse(!line.startsWith("rem") && line.strip().endsWith("("), line);
        }
    }
}
