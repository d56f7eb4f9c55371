package distillery.lab.loss;

import distillery.data.Refusal;
import distillery.data.Required;
import distillery.lab.clinic.Fault;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a user can set on the Loss screen and nowhere else; example, temperature and weights are those of Explore.
 *
 * @param targetWeight TCKD weight of the decoupled loss, 0 to 100
 * @param nonTargetWeight NCKD weight of the decoupled loss, 0 to 100
 * @param timesT2 whether the soft arrows show the gradient with its T² or without
 * @param limit whether the arrows also show where they tend to as T grows
 */
public record LossSettings(
        LossKind kind, double targetWeight, double nonTargetWeight, boolean timesT2, boolean limit, Set<Fault> faults) {
    public static final double LARGEST_WEIGHT = 100;

    /** The screen as it first opens, with the weights that DKD's authors use most. */
    public static final LossSettings FIRST = new LossSettings(LossKind.HINTON, 1, 8, true, false, Set.of());

    public LossSettings {
        Required.nonNull(kind, "kind");
        Required.nonNull(faults, "faults");
        Refusal.unlessBetween(0, LARGEST_WEIGHT, "targetWeight", targetWeight);
        Refusal.unlessBetween(0, LARGEST_WEIGHT, "nonTargetWeight", nonTargetWeight);
        EnumSet<Fault> inOrder = EnumSet.noneOf(Fault.class); // so that a file names them in the same order each time
        inOrder.addAll(faults);
        faults = Collections.unmodifiableSet(inOrder);
    }
}
