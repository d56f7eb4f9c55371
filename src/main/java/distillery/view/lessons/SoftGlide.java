package distillery.view.lessons;

import distillery.lab.Glide;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javafx.animation.Transition;
import javafx.util.Duration;

/**
 * Lets sliders travel for a moment: temperatures by equal factors, others by equal steps. To and from the limits of the
 * temperature there is no way, so there it jumps.
 */
public final class SoftGlide implements Glide {
    private static final Duration TIME = Duration.millis(180);

    private List<Move> moves = List.of();
    private Runnable arrived = () -> {};
    private final List<DoubleUnaryOperator> ways = new ArrayList<>();
    private final Transition travel = new Transition() {
        {
            setCycleDuration(TIME);
            setOnFinished(event -> arrive());
        }

        @Override
        protected void interpolate(double share) {
            for (int i = 0; i < moves.size() && share < 1; i++) {
                moves.get(i).property().set(ways.get(i).applyAsDouble(share));
            }
        }
    };

    @Override
    public void start(List<Move> next, Runnable then) {
        arrived = then;
        moves = List.copyOf(next);
        ways.clear();
        moves.forEach(move -> ways.add(way(move)));
        if (moves.isEmpty()) {
            arrive();
        } else {
            travel.playFromStart();
        }
    }

    @Override
    public void finish() {
        travel.stop();
        arrive();
    }

    private void arrive() {
        List<Move> last = moves;
        Runnable then = arrived;
        moves = List.of();
        arrived = () -> {};
        last.forEach(Move::arrive);
        then.run();
    }

    private static DoubleUnaryOperator way(Move move) {
        double from = move.property().get();
        double to = move.goal();
        if (!move.temperature()) {
            return share -> from + share * (to - from);
        }
        boolean between = from > 0 && to > 0 && Double.isFinite(from) && Double.isFinite(to);
        return share -> between ? from * Math.pow(to / from, share) : to;
    }
}
