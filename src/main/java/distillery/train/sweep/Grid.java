package distillery.train.sweep;

import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.train.TrainSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Settings and what is varied of them: one run for each combination of values, numbered with the last axis running fastest.
 *
 * @param base what is not varied
 */
public record Grid(TrainSettings base, List<GridAxis> axes) {
    public static final int MOST_RUNS = 100_000;

    public Grid {
        axes = List.copyOf(axes);
    }

    /**
     * Reads {@code temperature=1,2,4; alpha=0.5,0.9; seed=1..5}.
     *
     * @throws Problem if it cannot be read, or some combination of the values cannot be
     */
    public static Grid parse(TrainSettings base, String text) throws Problem {
        List<GridAxis> axes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String part : text.split("[;\uFF1B]", -1)) {
            if (!part.isBlank()) {
                GridAxis axis = GridAxis.parse(part);
                if (!names.add(axis.name())) {
                    throw new Problem("sweep.twice", axis.name());
                }
                axes.add(axis);
            }
        }
        return of(base, axes);
    }

    /** The same of axes that were read. What is varied counts for nothing in {@code base}. */
    public static Grid of(TrainSettings base, List<GridAxis> axes) throws Problem {
        if (axes.isEmpty()) {
            throw new Problem("sweep.nothing");
        }
        long runs = 1;
        for (GridAxis axis : axes) {
            runs = Math.min(runs * axis.values().size(), Long.MAX_VALUE / MOST_RUNS);
        }
        if (runs > MOST_RUNS) {
            throw new Problem("sweep.large", runs, MOST_RUNS);
        }
        Grid grid = new Grid(base, axes);
        Map<TrainSettings, Integer> first = new HashMap<>();
        for (int run = 0; run < runs; run++) {
            Integer same = first.putIfAbsent(grid.settings(run), run);
            if (same != null) {
                throw new Problem("sweep.same", grid.name(same), grid.name(run));
            }
        }
        return new Grid(grid.settings(0), axes);
    }

    public int size() {
        return axes.stream().mapToInt(axis -> axis.values().size()).reduce(1, Math::multiplyExact);
    }

    /** The values of one run, by the names of the axes. */
    public Map<String, String> values(int run) {
        Map<String, String> values = new LinkedHashMap<>();
        int left = run;
        for (int i = axes.size() - 1; i >= 0; i--) {
            List<String> all = axes.get(i).values();
            values.put(axes.get(i).name(), all.get(left % all.size()));
            left /= all.size();
        }
        Map<String, String> ordered = new LinkedHashMap<>();
        axes.forEach(axis -> ordered.put(axis.name(), String.valueOf(values.get(axis.name()))));
        return ordered;
    }

    /** How a run is called: {@code temperature 4, alpha 0.9, seed 2}. */
    public String name(int run) {
        List<String> parts = new ArrayList<>();
        values(run).forEach((name, value) -> parts.add(name + " " + value));
        return String.join(", ", parts);
    }

    /** The settings of one run, with the seed of its students. */
    public TrainSettings settings(int run) throws Problem {
        Map<String, String> values = values(run);
        List<GridAxis> sorted = new ArrayList<>(axes);
        // A method comes before its numbers, and a net before its width.
        sorted.sort(Comparator.comparing(
                axis -> !axis.name().equals("method") && !axis.name().equals("student")));
        try {
            List<GridSetting> settings = new ArrayList<>();
            for (GridAxis axis : sorted) {
                settings.add(axis.setting());
            }
            return base.with(draft -> settings.forEach(
                    setting -> setting.change().in(draft, String.valueOf(values.get(setting.name())))));
        } catch (Refusal refusal) {
            Problem why = refusal.reason().orElseGet(() -> refusal.of(refusal.field()));
            throw new Problem(refusal, "sweep.cell", name(run), why);
        }
    }

    /** The same with the seed of data and teacher, which is the first seed for all runs. */
    public TrainSettings shared(int run) throws Problem {
        return settings(run).withSeed(firstSeed());
    }

    /** The seeds of each cell. */
    public List<Long> seeds() {
        return axes.stream()
                .filter(axis -> axis.name().equals(GridSetting.SEED))
                .findFirst()
                .map(axis -> axis.values().stream().map(Long::valueOf).toList())
                .orElse(List.of(base.seed()));
    }

    private long firstSeed() {
        return seeds().get(0);
    }

    /** All runs in the order of work: corners first, then what lies in the middle between them, and so on. */
    public int[] coarseFirst() throws Problem {
        List<int[]> levels = new ArrayList<>();
        for (GridAxis axis : axes) {
            levels.add(axis.levels());
        }
        int[] level = new int[size()];
        int[] seed = new int[size()];
        for (int run = 0; run < level.length; run++) {
            int left = run;
            for (int i = axes.size() - 1; i >= 0; i--) {
                int count = axes.get(i).values().size();
                level[run] = Math.max(level[run], levels.get(i)[left % count]);
                seed[run] = axes.get(i).name().equals(GridSetting.SEED) ? left % count : seed[run];
                left /= count;
            }
        }
        return IntStream.range(0, level.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(run -> level[run]).thenComparingInt(run -> seed[run]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public String toString() {
        return String.join("; ", axes.stream().map(GridAxis::toString).toList());
    }
}
