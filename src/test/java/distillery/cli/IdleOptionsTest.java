package distillery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import distillery.Thorough;
import distillery.lab.screens.LabScreens;
import distillery.lab.setup.SetUp;
import distillery.lab.setup.SetUpFile;
import distillery.lab.train.TrainSetUp;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.train.Preset;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** An option does something, or is refused together with the one that leaves it nothing to do. */
class IdleOptionsTest {
    private static final String TOY = "train --preset toy --epochs 1 --images 64 --json";

    /** A value of each option that no preset has, and what it needs beside it. */
    private static final Map<String, String> ACTING = Map.ofEntries(
            Map.entry("--preset", "few-labels"),
            Map.entry("--data", "toy"),
            Map.entry("--teacher", "10-7-2"),
            Map.entry("--teacher-epochs", "3 --teacher 10-7-2"),
            Map.entry("--student", "10-7-2"),
            Map.entry("--initialisation", "xavier"),
            Map.entry("--optimiser", "sgd:0.5"),
            Map.entry("--learning-rate", "0.0123"),
            Map.entry("--batch", "17"),
            Map.entry("--epochs", "2"),
            Map.entry("--images", "60"),
            Map.entry("--omit", "1"),
            Map.entry("--jitter", "1"),
            Map.entry("--method", "dkd"),
            Map.entry("--temperature", "3.21"),
            Map.entry("--alpha", "0.321"),
            Map.entry("--convention", "hard --alpha 0.321"),
            Map.entry("--soft-weight", "100"),
            Map.entry("--hard-weight", "0.321"),
            Map.entry("--code-base", "labml --method code-base"),
            Map.entry("--logit-form", "centred --method logits"),
            Map.entry("--dkd-alpha", "2.5 --method dkd"),
            Map.entry("--dkd-beta", "2.5 --method dkd"),
            Map.entry("--warm-up", "2 --method dkd"),
            Map.entry("--hint-weight", "2.5 --method hint"),
            Map.entry("--hint-epochs", "3 --method hint"),
            Map.entry("--cosine-weight", "2.5 --method cosine"),
            Map.entry("--flow-weight", "2.5 --method fsp"),
            Map.entry("--distance-weight", "2.5 --method rkd"),
            Map.entry("--angle-weight", "2.5 --method rkd"),
            Map.entry("--similarity-weight", "2.5 --method similarity"),
            Map.entry("--attention-weight", "2.5 --method attention"),
            Map.entry("--attention-power", "2.5 --method attention"),
            Map.entry("--boundary-weight", "2.5 --method boundaries"),
            Map.entry("--pseudo-recipe", "blocks --method pseudo-data"),
            Map.entry("--pseudo-per-sample", "3 --method pseudo-data"),
            Map.entry("--heads", "one --method forgetting"),
            Map.entry("--augmented-width", "2 --method netaug"),
            Map.entry("--augmented-weight", "2.5 --method netaug"),
            Map.entry("--second-task", "parity --method multi-task"),
            Map.entry("--annealing-epochs", "3 --method multi-task"),
            Map.entry("--peers", "3 --method mutual"),
            Map.entry("--generations", "3 --method born-again"),
            Map.entry("--members", "4 --method ensemble"),
            Map.entry("--member-width", "3 --method ensemble"),
            Map.entry("--ensemble-mean", "geometric --method ensemble"),
            Map.entry("--exits", "2 --method own-teacher"),
            Map.entry("--exit-hint-weight", "2.5 --method own-teacher"),
            Map.entry("--assistant-width", "2 --method assistant"),
            Map.entry("--match-weight", "2.5 --method weights"),
            Map.entry("--smoothing", "0.321"),
            Map.entry("--evaluate-on", "held-out"),
            Map.entry("--seed", "77"));

    /** Those that are about the run and its folder, not about settings, and those that name files. */
    private static final Set<String> ABOUT_THE_RUN = Set.of(
            "--bias",
            "--keep",
            "--set-up",
            "--transpose",
            "--seeds",
            "--out",
            "--replace",
            "--threads",
            "--json",
            "--help",
            "--version");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String line) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Distillery.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(line.split(" +"));
    }

    @Test
    void everyOptionIsOnOneOfTheLists() {
        CommandLine train =
                Objects.requireNonNull(Distillery.line().getSubcommands().get("train"));
        Set<String> all = train.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = new TreeSet<>(ACTING.keySet());
        listed.addAll(ABOUT_THE_RUN);
        assertEquals(listed, all);
    }

    /** Whatever the method and the data: either the settings are other ones, or the option is refused by name. */
    @Thorough
    @ParameterizedTest
    @CsvSource({
        "hinton, toy",
        "logits, toy",
        "dkd, toy",
        "code-base, toy",
        "labels, toy",
        "hint, toy",
        "rkd, toy",
        "boundaries, toy",
        "mutual, toy",
        "born-again, toy",
        "ensemble, toy",
        "assistant, toy",
        "hinton, few-labels",
        "dkd, few-labels",
        "similarity, few-labels",
        "attention, small-cnn",
        "own-teacher, small-cnn",
        "netaug, small-cnn",
        "pseudo-data, few-labels",
        "multi-task, few-labels",
        "forgetting, few-labels"
    })
    void anOptionChangesTheSettingsOrIsRefused(String method, String preset) throws Exception {
        String start = "--preset " + preset + " --method " + method;
        String before = settings(start);
        for (Map.Entry<String, String> option : ACTING.entrySet()) {
            String name = option.getKey();
            String value = option.getValue();
            if (name.matches("--(preset|method|data)") || (!preset.equals("toy") && value.contains("10-7-2"))) {
                continue;
            }
            String typed = value.contains("--method") ? value.replaceAll(" --method \\S+", "") : value;
            try {
                String beside = typed.contains(" ") ? typed.substring(typed.indexOf(' ')) : "";
                assertNotEquals(settings(start + beside), settings(start + " " + name + " " + typed), name);
            } catch (WrongOption refused) {
                assertTrue(
                        String.valueOf(refused.getMessage()).contains(name.equals("--convention") ? "--alpha" : name),
                        refused.getMessage());
            }
        }
        assertEquals(before, settings(start), "nothing of it stays");
    }

    @Test
    void aNetThatTeachesItselfWeighsAndSoftensAsATeacherDoes() throws Exception {
        String own = "--preset small-cnn --method own-teacher";
        assertNotEquals(settings(own), settings(own + " --alpha 0.3"));
        assertNotEquals(settings(own), settings(own + " --temperature 3.21"));
    }

    /** Read by this command alone: to make all of them takes longer than to read with one. */
    private static String settings(String options) throws Exception {
        CommandLine train = TypedOptions.registerIn(new CommandLine(new TrainCommand()));
        train.parseArgs(options.split(" +"));
        TrainOptions given = (TrainOptions) train.getCommandSpec().mixins().values().stream()
                .map(mixin -> mixin.userObject())
                .filter(TrainOptions.class::isInstance)
                .findFirst()
                .orElseThrow();
        return given.settings().toString();
    }

    @Thorough
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--jitter 1                                    | --jitter      | --preset toy",
                "--data toy --jitter 1                         | --jitter      | --data toy",
                "--dkd-alpha 2                                 | --dkd-alpha   | --method hinton",
                "--dkd-beta 2 --method logits                  | --dkd-beta    | --method logits",
                "--warm-up 2 --method labels                   | --warm-up     | --method labels",
                "--temperature 2 --method labels               | --temperature | --method labels",
                "--alpha 0.5 --method labels                   | --alpha       | --method labels",
                "--temperature 2 --method logits               | --temperature | --method logits",
                "--temperature 2 --alpha 0                     | --temperature | --alpha",
                "--temperature 2 --alpha 1 --convention hard   | --temperature | --alpha",
                "--dkd-alpha 2 --method dkd --alpha 0          | --dkd-alpha   | --alpha",
                "--hint-weight 2                               | --hint-weight | --method hinton",
                "--attention-power 3 --method rkd              | --attention-power | --method rkd",
                "--temperature 2 --method hint --alpha 0       | --temperature | --alpha",
                "--dkd-beta 2 --method dkd                     | --dkd-beta    | --student 10-10-2",
                "--temperature 2 --method dkd --dkd-alpha 0 --dkd-beta 0 | --dkd-beta | --student",
                "--alpha 0.5 --method code-base                | --alpha       | --method code-base",
                "--soft-weight 1 --method code-base            | --soft-weight | --method code-base",
                "--hard-weight 1 --method labels               | --hard-weight | --method labels",
                "--soft-weight 1 --alpha 0.5                   | --soft-weight | --alpha",
                "--hard-weight 1 --alpha 0.5                   | --hard-weight | --alpha",
                "--temperature 2 --soft-weight 0               | --temperature | --soft-weight",
                "--code-base labml                             | --code-base   | --method hinton",
                "--convention hard                             | --convention  | --alpha",
                "--teacher-epochs 3                            | --teacher-epochs | --teacher",
                "--transpose                                   | --transpose   | --data",
                "--replace                                     | --replace     | --out",
                "--set-up none.json                            | --set-up      | --preset"
            })
    void whatWouldChangeNothingIsRefusedByBothNames(String typed, String option, String other) {
        assertEquals(2, run(TOY + " " + typed), out.toString());
        String reason = err.toString().lines().findFirst().orElse("");
        assertTrue(reason.contains(option) && reason.contains(other), reason);
    }

    /** What is taken acts: the numbers that come out are others. The toy's are quick to have. */
    @Thorough
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--temperature 40             | distilled",
                "--alpha 0.1                  | distilled",
                "--soft-weight 0.1 --hard-weight 1 | distilled",
                "--hard-weight 2              | distilled",
                "--method code-base           | distilled",
                "--method logits --logit-form centred | distilled",
                "--method labels              | distilled",
                "--method hint --alpha 0      | distilled",
                "--method rkd                 | distilled",
                "--method similarity          | distilled",
                "--method boundaries          | distilled",
                "--smoothing 0.9              | control",
                "--learning-rate 0.1          | labelsOnly",
                "--batch 7                    | labelsOnly",
                "--optimiser sgd              | labelsOnly",
                "--initialisation normal      | labelsOnly",
                "--seed 9                     | labelsOnly"
            })
    void whatIsTakenActs(String typed, String student) throws Exception {
        String start = "train --preset toy --epochs 9 --images 200 --json ";
        assertEquals(0, run(start.strip()), err.toString());
        String before = outcome(student);
        assertEquals(0, run(start + typed), err.toString());
        assertNotEquals(before, outcome(student), typed);
    }

    private String outcome(String student) throws Exception {
        ObjectNode result = (ObjectNode)
                new ObjectMapper().readTree(out.toString()).at("/seeds/0").get(student);
        return result.without(Set.of("seconds", "imagesPerSecond")).toString();
    }

    @Test
    void aSetUpOfTheWindowMayKeepWhatActsOnNothing() throws Exception {
        Path file = folder.resolve("toy" + SetUpFile.ENDING);
        TrainSetUp saved = new TrainSetUp(
                Preset.TOY.settings().with(draft -> {
                    draft.epochs = 1;
                    draft.images = 80;
                    draft.jitter = 2;
                    draft.method = MethodSettings.of(MethodKind.LABELS_ONLY);
                }),
                4,
                0.9,
                false,
                0);
        LabScreens.file().write(file, new SetUp(Map.of("train", saved)));
        assertEquals(0, run("train --json --set-up " + file), err.toString());
        assertEquals(2, run("train --json --temperature 2 --set-up " + file));
        assertTrue(err.toString().contains("--method labels (so --set-up has it)"), err.toString());
    }
}
