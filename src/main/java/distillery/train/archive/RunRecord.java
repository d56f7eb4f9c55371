package distillery.train.archive;

import distillery.train.ArmName;
import distillery.train.SeedResult;
import java.util.ArrayList;
import java.util.List;

/**
 * A run that lasts: what it was, what came of it, and its curves.
 *
 * @param curves one for each seed of the header, in the same order
 */
public record RunRecord(RunHeader header, List<SeedCurves> curves) {
    public RunRecord {
        curves = List.copyOf(curves);
        List<Long> seeds = header.seeds().stream().map(SeedRecord::seed).toList();
        if (!seeds.equals(curves.stream().map(SeedCurves::seed).toList())) {
            throw new IllegalArgumentException("curves are needed for the seeds " + seeds);
        }
    }

    /** The same with something else written on it. */
    public RunRecord with(RunLabel label) {
        return new RunRecord(header.with(label), curves);
    }

    /**
     * Where another run of the same settings came to something else: {@code seed 2, distilled: weights}. Times are not
     * compared; empty if every number is the same, bit for bit.
     */
    public List<String> differences(RunRecord other) {
        List<String> found = new ArrayList<>();
        if (header.seeds().size() != other.header.seeds().size()) {
            return List.of("seeds");
        }
        for (int i = 0; i < curves.size(); i++) {
            SeedRecord mine = header.seeds().get(i);
            SeedRecord others = other.header.seeds().get(i);
            String seed = "seed " + mine.seed();
            for (ArmName arm : mine.result().arms().keySet()) {
                boolean same = others.result().find(arm).isPresent()
                        && same(mine.result().of(arm), others.result().of(arm));
                if (!same) {
                    found.add(seed + ", " + arm + ": results");
                }
            }
            if (!mine.weights().equals(others.weights())) {
                found.add(seed + ": weights");
            }
            if (!curves.get(i).sameNumbers(other.curves.get(i))) {
                found.add(seed + ": curves");
            }
        }
        return found;
    }

    private static boolean same(SeedResult.Result mine, SeedResult.Result others) {
        return mine.testErrors() == others.testErrors()
                && Double.compare(mine.agreement(), others.agreement()) == 0
                && mine.classErrors().equals(others.classErrors());
    }
}
