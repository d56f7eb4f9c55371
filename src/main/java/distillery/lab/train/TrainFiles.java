package distillery.lab.train;

import distillery.data.Agreed;
import distillery.data.AtomicFile;
import distillery.data.Csv;
import distillery.data.Ending;
import distillery.lab.BackgroundWriter;
import distillery.train.ArmName;
import distillery.train.Experiment;
import distillery.train.League;
import distillery.train.TrainEvent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the Train screen writes while the window goes on: curves, leagues, weights, pictures. */
public final class TrainFiles {
    private final BackgroundWriter writer;
    private final RunState reading;
    private final Consumer<Consumer<Experiment>> run;

    TrainFiles(BackgroundWriter writer, RunState reading, Consumer<Consumer<Experiment>> run) {
        this.writer = writer;
        this.reading = reading;
        this.run = run;
    }

    /** Writes files that belong together, and tells. */
    public void write(Map<Path, AtomicFile.Content> files, Agreed agreed) {
        writer.write(files, agreed);
    }

    /** Writes one file, and tells. */
    public void write(Agreed file, AtomicFile.Content content) {
        writer.write(file, content);
    }

    /** Makes the bytes of a file and hands them over. */
    public void make(AtomicFile.Content content, Consumer<byte[]> then) {
        writer.make(content, then);
    }

    /** Writes all curves as a table. */
    public void curves(Agreed file) {
        Map<String, Curve> copies = reading.curves().copies();
        writer.write(file, Csv.file(out -> CurveCsv.write(out, copies)));
    }

    /** Writes a league as a table. */
    public void league(League league, Agreed file) {
        writer.write(file, Csv.file(out -> LeagueCsv.write(out, league)));
    }

    /** The files that {@link #weights} writes into a folder. */
    public List<Path> weightFiles(Path folder) {
        TrainEvent.Ready ready = reading.readyProperty().get();
        return (ready == null ? ArmName.CLASSIC : ready.arms())
                .stream().map(arm -> weightFile(folder, arm)).toList();
    }

    /** Writes the weights of every arm into a folder, as they are between two steps; nothing if there is no run. */
    public void weights(Agreed folder) {
        run.accept(experiment -> {
            Map<Path, AtomicFile.Content> files = new LinkedHashMap<>();
            for (ArmName arm : experiment.arms()) {
                files.put(
                        weightFile(folder.path(), arm), experiment.weights(arm).content());
            }
            writer.write(files, folder);
        });
    }

    private static Path weightFile(Path folder, ArmName arm) {
        return folder.resolve(arm + Ending.NPZ.text());
    }
}
