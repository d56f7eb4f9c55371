package distillery.train;

import distillery.method.Method;
import distillery.net.NetSpec;
import java.util.List;

/**
 * One net that learns.
 *
 * @param initSeed of its first weights: arms of the same net and seed start as twins
 * @param sources whose logits its method is given, in this order; empty for a method that needs none
 */
public record Arm(ArmName name, Method method, NetSpec net, long initSeed, List<Source> sources) {
    public Arm {
        sources = List.copyOf(sources);
        if (sources.isEmpty() == method.needsTargets()) {
            throw new IllegalArgumentException(name + ": " + method + " with the sources " + sources);
        }
    }
}
