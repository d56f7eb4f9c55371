package distillery.train;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Arms that learn side by side from the same batches.
 *
 * @param epochs how long, if another phase follows; the last one goes on for as long as is wanted
 */
public record Phase(List<Arm> arms, int epochs) {
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
}
