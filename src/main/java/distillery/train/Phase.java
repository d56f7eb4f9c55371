package distillery.train;

import distillery.method.Heads;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Arms that learn side by side from the same batches.
 *
 * @param shown which of the classes they are shown
 * @param epochs how long, if another phase follows; the last one goes on for as long as is wanted
 */
public record Phase(List<Arm> arms, Shown shown, int epochs) {
    /** Which classes a phase shows. */
    public enum Shown {
        ALL,
        /** The first half. */
        OLD,
        /** The second half. */
        NEW;

        boolean has(int label, int classes) {
            return this == ALL || (this == OLD) == (label < Heads.old(classes));
        }
    }

    public Phase {
        arms = List.copyOf(arms);
        Set<ArmName> names = new HashSet<>();
        for (Arm arm : arms) {
            if (!names.add(arm.name())) {
                throw new IllegalArgumentException("two arms are called " + arm.name());
            }
        }
        for (Arm arm : arms) {
            for (Source source : arm.sources()) {
                if (source instanceof Source.OfPeer peer
                        && (!names.contains(peer.arm()) || peer.arm().equals(arm.name()))) {
                    throw new IllegalArgumentException(arm.name() + " has no peer " + peer.arm());
                }
            }
        }
    }

    /** Arms that are shown everything. */
    public Phase(List<Arm> arms, int epochs) {
        this(arms, Shown.ALL, epochs);
    }
}
