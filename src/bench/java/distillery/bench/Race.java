package distillery.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Contenders in turns: each runs a short slice in every round, so that what else the machine does hits all alike. Each
 * round draws its own order, so that none always runs in the wake of the same other: one that leaves much rubbish, say.
 * The pause before a slice lets the threads of the one before fall asleep.
 */
final class Race {
    private static final int ROUNDS = Integer.getInteger("rounds", 15);
    private static final double SLICE_MILLIS = 60;
    private static final double WARM_UP_MILLIS = 1000;
    private static final int PAUSE_MILLIS = 40;

    private Race() {}

    /** Milliseconds a step, by name, over all rounds. */
    static Map<String, Spread> run(List<Contender> contenders) throws InterruptedException {
        int[] steps = new int[contenders.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = warmUp(contenders.get(i));
        }
        double[][] times = new double[steps.length][ROUNDS];
        List<Integer> order = new ArrayList<>(IntStream.range(0, steps.length).boxed().toList());
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (int who : order) {
                times[who][round] = slice(contenders.get(who), steps[who]);
            }
        }
        Map<String, Spread> spreads = new LinkedHashMap<>();
        for (int i = 0; i < steps.length; i++) {
            spreads.put(contenders.get(i).name(), Spread.of(times[i]));
        }
        return spreads;
    }

    /** Runs until the compilers have had their time; says how many steps fill a slice. */
    private static int warmUp(Contender contender) {
        contender.ready();
        long start = System.nanoTime();
        int steps = 0;
        while (millisSince(start) < WARM_UP_MILLIS) {
            contender.learn(steps, 5);
            steps += 5;
        }
        return Math.max(2, (int) (steps * SLICE_MILLIS / millisSince(start)));
    }

    private static double slice(Contender contender, int steps) throws InterruptedException {
        contender.ready();
        Thread.sleep(PAUSE_MILLIS);
        contender.learn(0, Math.max(1, steps / 5));
        long start = System.nanoTime();
        contender.learn(0, steps);
        return millisSince(start) / steps;
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
