package distillery.train;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who learns in an experiment, from whom, and in what order: one phase after the other.
 *
 * @param committees arms that are asked together as well
 */
public record Cast(List<Phase> phases, List<Committee> committees) {
    public Cast {
        phases = List.copyOf(phases);
        committees = List.copyOf(committees);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("a cast needs a phase");
        }
        Set<ArmName> earlier = new HashSet<>();
        for (Phase phase : phases) {
            for (Arm arm : phase.arms()) {
                for (Source source : arm.sources()) {
                    if (source instanceof Source.OfEarlier from && !earlier.contains(from.arm())) {
                        throw new IllegalArgumentException(arm.name() + " comes before " + from.arm());
                    }
                }
            }
            for (Arm arm : phase.arms()) {
                if (!earlier.add(arm.name())) {
                    throw new IllegalArgumentException("two arms are called " + arm.name());
                }
            }
        }
    }

    /** A cast in which everyone answers for himself. */
    public Cast(List<Phase> phases) {
        this(phases, List.of());
    }

    /** All nets that learn. */
    public List<Arm> arms() {
        return phases.stream().flatMap(phase -> phase.arms().stream()).toList();
    }

    /** All who are tested, in the order in which they learn, and the committees. */
    public List<ArmName> names() {
        return Stream.concat(
                        arms().stream().flatMap(arm -> Stream.concat(Stream.of(arm.name()), arm.exits().stream())),
                        committees.stream().map(Committee::name))
                .toList();
    }

    /** Whether all have the same net and the same first weights. */
    public boolean areTwins() {
        return arms().stream()
                        .map(arm -> List.of(arm.net(), arm.initSeed()))
                        .distinct()
                        .count()
                == 1;
    }

    /** The epochs of all phases together. */
    public int epochs() {
        return phases.stream().mapToInt(Phase::epochs).sum();
    }
}
