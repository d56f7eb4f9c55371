package distillery.train.archive;

import distillery.train.ArmName;
import distillery.train.LiveSettings;
import distillery.train.SeedResult;
import java.util.List;
import java.util.Map;

/**
 * What came of one seed.
 *
 * @param steps how many were made
 * @param result of each arm whose loss stayed a number
 * @param weights a fingerprint of the last weights of each net: equal ones belong to equal weights
 * @param changes where the sliders were moved on the way, each with the first step that it held for
 * @param returns where a loss stopped being a number and the run went on from earlier weights
 */
public record SeedRecord(
        long seed,
        long steps,
        SeedResult result,
        Map<ArmName, String> weights,
        List<Change> changes,
        List<Return> returns) {
    public SeedRecord {
        returns = List.copyOf(returns);
        weights = Map.copyOf(weights);
        changes = List.copyOf(changes);
    }

    /** The sliders stood elsewhere from this step on. */
    public record Change(long step, LiveSettings live) {}

    /**
     * All weights went back.
     *
     * @param step after which
     * @param to the step after which they had been so
     */
    public record Return(long step, long to) {}
}
