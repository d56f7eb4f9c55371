package distillery.method;

import distillery.data.Problem;
import distillery.data.Shape;
import distillery.net.NetSpec;
import distillery.net.Tap;
import java.util.ArrayList;
import java.util.List;

/** A point of the student and the one of the teacher that it is compared with. */
public record Points(Tap student, Tap teacher) {
    private static final String POOL = "pool";
    private static final String DENSE = "dense";
    static final String BEFORE = ".before";

    /** The logits of both. */
    static Points outputs(NetSpec teacher, NetSpec student) {
        return new Points(last(student), last(teacher));
    }

    /** The point after each layer, from the inputs up. */
    static List<Tap> after(NetSpec net) {
        return net.taps().stream().filter(tap -> !tap.beforeRelu()).toList();
    }

    private static Tap last(NetSpec net) {
        List<Tap> all = net.taps();
        return all.get(all.size() - 1);
    }

    /** The last pooled maps where both nets have any, else the last hidden layers. */
    static Points lastMapsOrHidden(NetSpec teacher, NetSpec student) throws Problem {
        boolean maps = !maps(teacher).isEmpty() && !maps(student).isEmpty();
        return maps ? pooled(teacher, student).get(0) : lastHidden(teacher, student);
    }

    /** What goes into the last layer of each. */
    static Points lastHidden(NetSpec teacher, NetSpec student) throws Problem {
        return new Points(hidden(student), hidden(teacher));
    }

    /** The last hidden dense layers before their ReLU. */
    static Points beforeLastRelu(NetSpec teacher, NetSpec student) throws Problem {
        return new Points(beforeRelu(student), beforeRelu(teacher));
    }

    /** The pooled maps of both nets, counted from the last one back, as many as both have. */
    static List<Points> pooled(NetSpec teacher, NetSpec student) throws Problem {
        List<Tap> taught = maps(teacher);
        List<Tap> learned = maps(student);
        if (taught.isEmpty() || learned.isEmpty()) {
            NetSpec without = learned.isEmpty() ? student : teacher;
            throw new Problem("method.maps", without.toString(), example(without));
        }
        List<Points> pairs = new ArrayList<>();
        for (int i = 1; i <= Math.min(taught.size(), learned.size()); i++) {
            pairs.add(new Points(learned.get(learned.size() - i), taught.get(taught.size() - i)));
        }
        return pairs;
    }

    /**
     * Two of {@link #pooled}, the earlier one first: the last one, and the first that has a partner.
     */
    static List<Points> twoPooled(NetSpec teacher, NetSpec student) throws Problem {
        List<Points> pairs = pooled(teacher, student);
        if (pairs.size() < 2) {
            NetSpec without = maps(student).size() < 2 ? student : teacher;
            throw new Problem("method.two-maps", without.toString(), example(without));
        }
        return List.of(pairs.get(pairs.size() - 1), pairs.get(0));
    }

    /** A net with two pooled maps for the same data. */
    private static String example(NetSpec net) {
        Shape input = net.input().isImage() ? net.input() : Shape.DIGIT;
        return input + "-c4-p2-c8-p2-32-" + net.classes();
    }

    private static List<Tap> maps(NetSpec net) {
        return net.taps().stream()
                .filter(tap -> tap.name().startsWith(POOL) && tap.shape().isImage())
                .toList();
    }

    static Tap hidden(NetSpec net) throws Problem {
        List<Tap> all = net.taps();
        if (all.size() == 1) {
            throw noHidden(net);
        }
        return all.get(all.size() - 2);
    }

    private static Tap beforeRelu(NetSpec net) throws Problem {
        return net.taps().stream()
                .filter(tap -> tap.name().startsWith(DENSE) && tap.name().endsWith(BEFORE))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> noHidden(net));
    }

    private static Problem noHidden(NetSpec net) {
        return new Problem("method.hidden", net.toString(), net.input() + "-32-" + net.classes());
    }
}
