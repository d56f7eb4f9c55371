package distillery.train;

import distillery.method.Method;
import distillery.net.NetSpec;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One net that learns.
 *
 * @param initSeed of its first weights: arms of the same net and seed start as twins
 * @param sources whose logits its method is given, in this order; empty for a method that needs none
 * @param start whose weights it begins with; null for weights drawn with its seed
 * @param looksIn the net whose hidden layers its method is shown, if it looks at any
 */
public record Arm(
        ArmName name,
        Method method,
        NetSpec net,
        long initSeed,
        List<Source> sources,
        @Nullable ArmName start,
        Inside looksIn) {
    /** Whose hidden layers are looked at. */
    public enum Inside {
        TEACHER,
        /** A net like the teacher with first weights only. */
        UNTRAINED
    }

    public Arm {
        sources = List.copyOf(sources);
        if (sources.isEmpty() == method.needsTargets()) {
            throw new IllegalArgumentException(name + ": " + method + " with the sources " + sources);
        }
    }

    /** What its earlier exits are called, from the first on; those of an arm with a number have it in front of theirs. */
    public List<ArmName> exits() {
        if (method.answersSecondTask()) {
            return List.of(new ArmName(name.role().second(), name.number()));
        }
        return IntStream.rangeClosed(1, method.exitCount())
                .mapToObj(i -> new ArmName(ArmRole.EXIT, CastFactory.MOST_OF_A_ROLE * name.number() + i))
                .toList();
    }

    /** An arm that looks into the teacher, if anywhere. */
    public Arm(ArmName name, Method method, NetSpec net, long initSeed, List<Source> sources) {
        this(name, method, net, initSeed, sources, null, Inside.TEACHER);
    }

    /** The same net, which goes on from what another has learned. */
    Arm startingFrom(ArmName other) {
        return new Arm(name, method, net, initSeed, sources, other, looksIn);
    }
}
