package distillery.cli.golden;

import distillery.cli.golden.GoldenComparison.Mismatch;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the losses against a file of golden vectors, for instance ones exported from PyTorch. */
@Command(
        name = "check-losses",
        description = "Compare this program's losses and gradients with the numbers in a file.",
        footerHeading = "%nExit code: ",
        footer = "0 if every case passed, 1 if one failed, 2 if the file cannot be read.")
public final class CheckLossesCommand implements Callable<Integer> {
    private static final int FAILURES_SHOWN = 5;
    private static final int MISMATCHES_SHOWN = 3;
    private static final String IN_FLOATS = " (nets compute in 32 bits: held to rtol 1e-4, atol 1e-5)";

    @Parameters(paramLabel = "FILE", description = "JSON file of golden cases, schema version 1.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli asks it
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** The outcome of one case of a known method; the error is NaN where nothing could be compared. */
    private record Outcome(GoldenCase golden, List<Mismatch> mismatches, double worstRelativeError) {
        boolean passed() {
            return mismatches.isEmpty();
        }
    }

    @Override
    public Integer call() {
        Map<String, List<GoldenCase>> byMethod = new LinkedHashMap<>();
        try {
            for (GoldenCase golden : GoldenFile.read(file)) {
                byMethod.computeIfAbsent(golden.method(), method -> new ArrayList<>())
                        .add(golden);
            }
        } catch (GoldenFile.Unreadable e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
        int cases = byMethod.values().stream().mapToInt(List::size).sum();
        int passed = 0;
        for (Map.Entry<String, List<GoldenCase>> entry : byMethod.entrySet()) {
            passed += report(entry.getKey(), entry.getValue());
        }
        out().printf(Locale.ROOT, "%d passed, %d failed%n", passed, cases - passed);
        return passed == cases ? 0 : 1;
    }

    /** Prints a method's line, and below it what failed; returns how many cases passed. */
    private int report(String method, List<GoldenCase> cases) {
        if (!GoldenMethods.known().contains(method)) {
            out().println(method + ": 0 passed, " + cases.size()
                    + " failed (this method is not known to this version)");
            return 0;
        }
        List<Outcome> outcomes = cases.stream().map(CheckLossesCommand::check).toList();
        List<Outcome> failed =
                outcomes.stream().filter(outcome -> !outcome.passed()).toList();
        int passed = outcomes.size() - failed.size();
        double worst = outcomes.stream()
                .mapToDouble(Outcome::worstRelativeError)
                .filter(error -> !Double.isNaN(error))
                .max()
                .orElse(Double.NaN);
        out().printf(
                        Locale.ROOT,
                        "%s: %d passed, %d failed, worst relative error %s%s%n",
                        method,
                        passed,
                        failed.size(),
                        rounded(worst),
                        GoldenMethods.inFloats(method) ? IN_FLOATS : "");
        failed.stream().limit(FAILURES_SHOWN).forEach(this::explain);
        more(failed.size() - FAILURES_SHOWN, "  … and %d more failed cases%n");
        return passed;
    }

    private static String rounded(double error) {
        if (Double.isNaN(error)) {
            return "unknown";
        }
        return error == 0 ? "0" : String.format(Locale.ROOT, "%.0e", error);
    }

    private static Outcome check(GoldenCase golden) {
        try {
            GoldenComparison comparison = GoldenComparison.of(golden, GoldenMethods.compute(golden));
            return new Outcome(golden, comparison.mismatches(), comparison.worstRelativeError());
        } catch (RuntimeException | OutOfMemoryError crash) { // one broken case must not hide the others
            String reason = crash.getMessage() == null ? crash.toString() : crash.getMessage();
            return new Outcome(golden, List.of(new Mismatch("case", "a result", reason)), Double.NaN);
        }
    }

    private void explain(Outcome outcome) {
        out().println("  " + outcome.golden().id());
        outcome.mismatches().stream().limit(MISMATCHES_SHOWN).forEach(mismatch -> out().println(
                        "    " + mismatch.field() + ": want " + mismatch.want() + ", got " + mismatch.got()));
        more(outcome.mismatches().size() - MISMATCHES_SHOWN, "    … and %d more numbers%n");
    }

    private void more(int count, String format) {
        if (count > 0) {
            out().printf(Locale.ROOT, format, count);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
