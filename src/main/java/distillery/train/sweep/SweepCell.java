package distillery.train.sweep;

import distillery.train.ArmName;
import distillery.train.League;
import distillery.train.SeedResult;
import distillery.train.Verdict;
import distillery.train.archive.RunHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * One cell of a map: the same settings over all seeds.
 *
 * @param values of the axes, by their names, without the seed
 * @param runs the places of its runs in the grid, whether they are done or not
 * @param errors of the distilled student, mean and sample deviation over the seeds that are done; no number before the first
 * @param labelsOnly the same of labels only
 * @param overLabels how many errors fewer distillation makes than labels only, with a p that is corrected for all cells
 * @param done how many seeds are
 */
public record SweepCell(
        Map<String, String> values,
        List<Integer> runs,
        Verdict.Spread errors,
        Verdict.Spread labelsOnly,
        Verdict.Gain overLabels,
        int done) {

    public boolean isComplete() {
        return done == runs.size();
    }

    /** All cells in the order of the grid; of so many comparisons each p is corrected for all as {@link League#holm} does. */
    public static List<SweepCell> all(Grid grid, Map<Integer, RunHeader> done) {
        Map<Map<String, String>, List<Integer>> runs = new LinkedHashMap<>();
        for (int run = 0; run < grid.size(); run++) {
            Map<String, String> values = new LinkedHashMap<>(grid.values(run));
            values.remove(GridSetting.SEED);
            runs.computeIfAbsent(values, cell -> new ArrayList<>()).add(run);
        }
        List<SweepCell> cells = new ArrayList<>();
        runs.forEach((values, own) -> cells.add(cell(values, own, done)));
        List<Verdict.Gain> gains =
                League.holm(cells.stream().map(SweepCell::overLabels).toList());
        List<SweepCell> corrected = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            corrected.add(cells.get(i).with(gains.get(i)));
        }
        return corrected;
    }

    private SweepCell with(Verdict.Gain corrected) {
        return new SweepCell(values, runs, errors, labelsOnly, corrected, done);
    }

    private static SweepCell cell(Map<String, String> values, List<Integer> runs, Map<Integer, RunHeader> done) {
        SummaryStatistics errors = new SummaryStatistics();
        SummaryStatistics labels = new SummaryStatistics();
        List<Integer> differences = new ArrayList<>();
        boolean diverged = false;
        int through = 0;
        for (int run : runs) {
            RunHeader header = done.get(run);
            if (header != null) {
                SeedResult result = header.results().get(0);
                through++;
                result.find(ArmName.DISTILLED).ifPresent(own -> errors.addValue(own.testErrors()));
                result.find(ArmName.LABELS_ONLY).ifPresent(own -> labels.addValue(own.testErrors()));
                diverged |= result.find(ArmName.DISTILLED).isEmpty();
                if (result.find(ArmName.DISTILLED).isPresent()
                        && result.find(ArmName.LABELS_ONLY).isPresent()) {
                    differences.add(result.of(ArmName.LABELS_ONLY).testErrors()
                            - result.of(ArmName.DISTILLED).testErrors());
                }
            }
        }
        Verdict.Gain gain = diverged ? Verdict.Gain.diverged() : Verdict.Gain.of(differences, runs.size());
        return new SweepCell(values, runs, spread(errors), spread(labels), gain, through);
    }

    private static Verdict.Spread spread(SummaryStatistics statistics) {
        return new Verdict.Spread(statistics.getMean(), statistics.getStandardDeviation());
    }
}
