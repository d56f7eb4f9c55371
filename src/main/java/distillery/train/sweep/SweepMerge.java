package distillery.train.sweep;

import distillery.data.AtomicFile;
import distillery.data.Problem;
import distillery.train.archive.RunFile;
import distillery.train.archive.RunHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the parts of a sweep together that several programs or machines made. */
public final class SweepMerge {
    private SweepMerge() {}

    /**
     * Checks that all parts are of one sweep and that no run is missing or there twice, then copies every run.
     *
     * @throws Problem that names the folder where they do not agree; nothing is written then
     */
    public static SweepFolder merge(List<Path> parts, Path out) throws Problem {
        if (parts.isEmpty()) {
            throw new Problem("sweep.merge-few");
        }
        if (Files.exists(out.resolve(SweepFolder.TABLE))) {
            throw new Problem("sweep.merge-used", out.toString());
        }
        SweepFolder.Plan first = SweepFolder.open(parts.get(0)).plan();
        SweepFolder.Plan whole = new SweepFolder.Plan(first.grid(), first.threads(), Shard.WHOLE);
        Map<Integer, Path> files = new TreeMap<>();
        Map<Integer, Path> places = new TreeMap<>();
        Map<Integer, RunHeader> done = new TreeMap<>();
        for (Path folder : parts) {
            SweepFolder part = SweepFolder.open(folder);
            SweepFolder.requireSame(
                    folder, new SweepFolder.Plan(part.plan().grid(), part.plan().threads(), Shard.WHOLE), whole);
            for (Map.Entry<Integer, RunHeader> each : part.done().entrySet()) {
                int run = each.getKey();
                Path before = places.put(run, folder);
                if (before != null) {
                    throw new Problem(
                            "sweep.merge-twice", first.grid().name(run), before.toString(), folder.toString());
                }
                files.put(run, part.file(run));
                done.put(run, each.getValue());
            }
        }
        requireAll(first.grid(), done);
        SweepFolder merged = SweepFolder.begin(out, whole);
        for (Map.Entry<Integer, Path> each : files.entrySet()) {
            AtomicFile.write(merged.file(each.getKey()), RunFile.content(RunFile.read(each.getValue())));
        }
        merged.writeTable(done);
        return merged;
    }

    private static void requireAll(Grid grid, Map<Integer, RunHeader> done) throws Problem {
        for (int run = 0; run < grid.size(); run++) {
            if (!done.containsKey(run)) {
                throw new Problem("sweep.merge-missing", grid.size(), grid.size() - done.size(), grid.name(run));
            }
        }
    }
}
