package distillery.bench;

import distillery.train.archive.RunArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** How long an archive of a thousand runs takes to open, in a Java that has read none before, and again. */
final class ArchiveBench {
    private static final int AGAIN = 9;
    /** As many as the window shows before it reads the others. */
    private static final int FIRST = 50;

    private ArchiveBench() {}

    public static void main(String[] arguments) throws Exception {
        Report report = new Report("ArchiveBench");
        if (arguments.length == 1) {
            open(report, Path.of(arguments[0]));
            return;
        }
        Path folder = Files.createTempDirectory("archive-bench");
        long bytes = Records.many(folder);
        report.row("runs", Records.MANY, "bytes each", bytes / Records.MANY);
        open(report, folder);
        report.write();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static void open(Report report, Path folder) throws Exception {
        long start = System.nanoTime();
        RunArchive archive = new RunArchive(folder);
        archive.look(archive.names().subList(0, FIRST));
        report.finding("the first " + FIRST + ", which the window shows at once, seconds", (System.nanoTime() - start) / 1e9);
        report.finding("opened the first time, seconds", seconds(folder));
        double[] again = new double[AGAIN];
        for (int i = 0; i < AGAIN; i++) {
            again[i] = seconds(folder);
        }
        report.finding("opened again, seconds", Spread.of(again));
    }

    private static double seconds(Path folder) throws Exception {
        long start = System.nanoTime();
        RunArchive.Listing listing = new RunArchive(folder).list();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (listing.runs().size() != Records.MANY) {
            throw new IllegalStateException(listing.runs().size() + " runs, and " + listing.refused());
        }
        return seconds;
    }
}
