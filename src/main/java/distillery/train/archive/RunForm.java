package distillery.train.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import distillery.data.Refusal;
import distillery.train.ArmName;
import distillery.train.SeedResult;
import distillery.train.SettingsVersions;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import distillery.train.archive.RunHeader.Ending;
import distillery.train.archive.RunHeader.TeacherFigures;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run's header as its file has it.
 *
 * @param started as ISO 8601 has it, in universal time
 * @param verdict for other programs; this one works it out again from the seeds
 */
record RunForm(
        String name,
        String note,
        List<String> tags,
        boolean pinned,
        String started,
        double seconds,
        Ending ending,
        int planned,
        int points,
        Provenance provenance,
        int settingsVersion,
        TrainSettings settings,
        TeacherFigures teacher,
        List<SeedForm> seeds,
        Map<String, VerdictForm> verdict) {

    /**
     * One seed.
     *
     * @param returns missing where there is none, as in almost all runs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeedForm(
            long seed,
            long steps,
            Map<String, ArmForm> arms,
            List<SeedRecord.Change> changes,
            @Nullable List<SeedRecord.Return> returns) {
        SeedForm {
            Refusal.unless(steps >= 0, "steps", "refused.least", 0, String.valueOf(steps));
        }

        static SeedForm of(SeedRecord record) {
            Map<String, ArmForm> arms = new LinkedHashMap<>();
            record.weights().keySet().stream()
                    .sorted()
                    .forEach(name -> arms.put(name.toString(), ArmForm.of(record, name)));
            record.result()
                    .arms()
                    .keySet()
                    .forEach(name -> arms.putIfAbsent(name.toString(), ArmForm.of(record, name)));
            List<SeedRecord.Return> returns = record.returns().isEmpty() ? null : record.returns();
            return new SeedForm(record.seed(), record.steps(), arms, record.changes(), returns);
        }

        SeedRecord record() {
            Map<ArmName, SeedResult.Result> results = new TreeMap<>();
            Map<ArmName, String> weights = new TreeMap<>();
            arms.forEach((spelled, form) -> {
                ArmName name = ArmName.of(spelled);
                if (form.result() != null) {
                    results.put(name, form.result().result());
                }
                if (form.weights() != null) {
                    weights.put(name, form.weights());
                }
            });
            SeedResult result = new SeedResult(seed, results);
            return new SeedRecord(seed, steps, result, weights, changes, returns == null ? List.of() : returns);
        }
    }

    /**
     * One arm.
     *
     * @param result missing where its loss stopped being a number
     * @param weights missing for several who were asked together
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ArmForm(@Nullable ResultForm result, @Nullable String weights) {
        static ArmForm of(SeedRecord record, ArmName name) {
            return new ArmForm(
                    record.result().find(name).map(ResultForm::of).orElse(null),
                    record.weights().get(name));
        }
    }

    /**
     * What it came to.
     *
     * @param agreement missing in a second task, where there is no teacher to agree with
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ResultForm(
            int testErrors,
            double testAccuracy,
            @Nullable Double agreement,
            double seconds,
            double imagesPerSecond,
            List<Integer> classErrors) {
        ResultForm {
            Refusal.unless(testErrors >= 0, "testErrors", "refused.least", 0, String.valueOf(testErrors));
            Refusal.unless(seconds >= 0, "seconds", "refused.least", 0, String.valueOf(seconds));
        }

        static ResultForm of(SeedResult.Result result) {
            return new ResultForm(
                    result.testErrors(),
                    result.testAccuracy(),
                    Double.isFinite(result.agreement()) ? result.agreement() : null,
                    result.seconds(),
                    Double.isFinite(result.imagesPerSecond()) ? result.imagesPerSecond() : 0,
                    result.classErrors());
        }

        SeedResult.Result result() {
            return new SeedResult.Result(
                    testErrors,
                    testAccuracy,
                    agreement == null ? Double.NaN : agreement,
                    seconds,
                    imagesPerSecond,
                    classErrors);
        }
    }

    /**
     * The distilled student against another arm.
     *
     * @param fewer errors on average
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerdictForm(
            Verdict.Outcome outcome,
            @Nullable Double fewer,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double p) {
        static VerdictForm of(Verdict.Gain gain) {
            return gain.isTested()
                    ? new VerdictForm(gain.outcome(), gain.mean(), gain.low(), gain.high(), gain.p())
                    : new VerdictForm(gain.outcome(), null, null, null, null);
        }
    }

    static RunForm of(RunHeader header) {
        Map<String, VerdictForm> verdicts = new LinkedHashMap<>();
        header.verdict().ifPresent(verdict -> {
            verdicts.put(ArmName.LABELS_ONLY.toString(), VerdictForm.of(verdict.overLabels()));
            verdicts.put(ArmName.CONTROL.toString(), VerdictForm.of(verdict.overControl()));
            verdict.overOthers().forEach((other, gain) -> verdicts.put(other.toString(), VerdictForm.of(gain)));
        });
        RunLabel label = header.label();
        return new RunForm(
                label.name(),
                label.note(),
                label.tags(),
                label.pinned(),
                header.started().toString(),
                header.seconds(),
                header.ending(),
                header.planned(),
                header.points(),
                header.provenance(),
                SettingsVersions.VERSION,
                header.settings(),
                header.teacher(),
                header.seeds().stream().map(SeedForm::of).toList(),
                verdicts);
    }

    /** All keys of a file, for {@link distillery.data.JsonFile} to check. */
    record Whole(
            String distillery,
            int version,
            String name,
            String note,
            List<String> tags,
            boolean pinned,
            String started,
            double seconds,
            Ending ending,
            int planned,
            int points,
            Provenance provenance,
            int settingsVersion,
            TrainSettings settings,
            TeacherFigures teacher,
            List<SeedForm> seeds,
            Map<String, VerdictForm> verdict,
            JsonNode curves) {
        Whole {
            Refusal.unless(planned >= 1, "planned", "refused.least", 1, String.valueOf(planned));
            Refusal.unless(seconds >= 0, "seconds", "refused.least", 0, String.valueOf(seconds));
            Refusal.unlessBetween(1, RunRecorder.MOST_POINTS, "points", points);
            new RunLabel(name, note, tags, pinned);
        }

        /**
         * Without curves.
         *
         * @throws IllegalArgumentException if it is of no seed, of one twice, or of arms that nobody knows
         */
        RunHeader header() {
            long different = seeds.stream().map(SeedForm::seed).distinct().count();
            if (seeds.isEmpty() || different < seeds.size()) {
                throw new IllegalArgumentException("a run needs seeds, each once");
            }
            return new RunHeader(
                    new RunLabel(name, note, tags, pinned),
                    instant(started),
                    seconds,
                    ending,
                    planned,
                    points,
                    provenance,
                    settings,
                    teacher,
                    seeds.stream().map(SeedForm::record).toList());
        }

        private static Instant instant(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException unreadable) {
                return Instant.EPOCH; // nothing depends on it
            }
        }
    }
}
