package distillery.lab.compare;

import distillery.data.Failure;
import distillery.data.Problem;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.train.RunState;
import distillery.lab.train.TrainModel;
import distillery.train.TrainSettings;
import distillery.train.archive.RunFile;
import distillery.train.archive.RunHeader;
import distillery.train.archive.RunRecord;
import distillery.train.sweep.Grid;
import distillery.train.sweep.GridAxis;
import distillery.train.sweep.GridSetting;
import distillery.train.sweep.Shard;
import distillery.train.sweep.Sweep;
import distillery.train.sweep.SweepCell;
import distillery.train.sweep.SweepFolder;
import distillery.train.sweep.SweepListener;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.LongStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A sweep beside the window: a map over two settings that draws itself. It keeps out of the way: its threads have the lowest
 * priority, leave a core free, and stand still while the Train screen trains.
 */
public final class SweepModel {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final TrainModel train;
    private final Workers workers;
    private final Executor sweeper;
    private final Messages messages;
    private final Path home;

    private final ObjectProperty<AxisChoice> across =
            new SimpleObjectProperty<>(this, "across", CompareSettings.FIRST.across());
    private final ObjectProperty<AxisChoice> down =
            new SimpleObjectProperty<>(this, "down", CompareSettings.FIRST.down());
    private final IntegerProperty seeds = new SimpleIntegerProperty(this, "seeds", CompareSettings.FIRST.seeds());
    private final ReadOnlyObjectWrapper<@Nullable SweepMap> map = new ReadOnlyObjectWrapper<>(this, "map");
    private final ReadOnlyObjectWrapper<SweepStage> stage =
            new ReadOnlyObjectWrapper<>(this, "stage", SweepStage.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Problem> trouble = new ReadOnlyObjectWrapper<>(this, "trouble");
    private final ReadOnlyObjectWrapper<@Nullable SweepCell> chosen = new ReadOnlyObjectWrapper<>(this, "chosen");
    private final ObservableList<RunRecord> chosenRuns = FXCollections.observableArrayList();
    private @Nullable Sweep running;
    private boolean cancelled;
    private boolean paused;
    private boolean held;
    private boolean asked;

    /** No sweep yet; what is begun is kept below {@code home}, and worked on by {@code sweeper}. */
    SweepModel(TrainModel train, Workers workers, Executor sweeper, Path home, Messages messages) {
        this.train = train;
        this.workers = workers;
        this.sweeper = sweeper;
        this.home = home;
        this.messages = messages;
        train.reading().stageProperty().subscribe(now -> settle());
    }

    /** The setting whose values are columns. */
    public ObjectProperty<AxisChoice> acrossProperty() {
        return across;
    }

    /** The setting whose values are rows. */
    public ObjectProperty<AxisChoice> downProperty() {
        return down;
    }

    public IntegerProperty seedsProperty() {
        return seeds;
    }

    /** What is known so far; null before the first sweep. */
    public ReadOnlyObjectProperty<@Nullable SweepMap> mapProperty() {
        return map.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SweepStage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Why it cannot go on, or begin. */
    public ReadOnlyObjectProperty<@Nullable Problem> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** The cell whose runs are shown; null for none. */
    public ReadOnlyObjectProperty<@Nullable SweepCell> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The runs of the chosen cell that are done, as soon as they are read. */
    public ObservableList<RunRecord> chosenRuns() {
        return chosenRuns;
    }

    /** Shows the runs of a cell. */
    public void choose(SweepCell cell) {
        SweepMap shown = map.get();
        if (shown == null || cell.equals(chosen.get())) {
            return;
        }
        chosen.set(cell);
        workers.files().execute(() -> {
            try {
                SweepFolder folder = SweepFolder.open(shown.folder());
                List<RunRecord> read = new ArrayList<>();
                for (int run : cell.runs()) {
                    if (folder.has(run)) {
                        read.add(RunFile.read(folder.file(run)));
                    }
                }
                workers.window().execute(() -> {
                    if (cell.equals(chosen.get())) {
                        chosenRuns.setAll(read);
                    }
                });
            } catch (Problem | RuntimeException | Error broken) {
                Problem problem = Failure.of(broken);
                workers.window().execute(() -> trouble.set(problem));
            }
        });
    }

    /** Another map, or the same with more runs in it. */
    private void put(SweepMap made) {
        SweepMap before = map.get();
        map.set(made);
        SweepCell cell = chosen.get();
        if (cell != null && before != null && before.folder().equals(made.folder())) {
            made.cells().stream()
                    .filter(now -> now.runs().equals(cell.runs()) && now.done() != cell.done())
                    .findFirst()
                    .ifPresent(this::choose);
        } else {
            chosen.set(null);
            chosenRuns.clear();
        }
    }

    /** Another setting for an axis, with values that make sense now. */
    public void choose(boolean isAcross, String name) {
        (isAcross ? across : down).set(AxisChoice.usual(name, train.settings()));
    }

    /** Shows the newest sweep, once. */
    void recall() {
        if (!asked) {
            asked = true;
            sweeper.execute(() -> SweepFolder.newest(home).ifPresent(this::look));
        }
    }

    /** Shows the sweep of a folder, which the command line may have made. */
    public void open(Path folder) {
        if (running == null) {
            trouble.set(null);
            sweeper.execute(() -> look(folder));
        }
    }

    private void look(Path folder) {
        try {
            SweepFolder found = SweepFolder.open(folder);
            SweepFolder.Found runs = found.find();
            SweepMap made = SweepMap.of(folder, found.plan().grid(), runs.done());
            workers.window().execute(() -> {
                put(made);
                runs.refused().stream().findFirst().ifPresent(trouble::set);
                stage.set(made.isComplete() ? SweepStage.COMPLETE : SweepStage.STOPPED);
            });
        } catch (Problem | RuntimeException | Error broken) {
            fail(broken);
        }
    }

    /** Begins a sweep around the settings of the Train screen. */
    public void start() {
        if (running != null || stage.get().isUnderWay()) {
            return;
        }
        try {
            TrainSettings base = train.settings();
            List<GridAxis> axes =
                    new ArrayList<>(List.of(down.get().axis(), across.get().axis()));
            if (axes.get(0).name().equals(axes.get(1).name())) {
                throw new Problem("sweep.twice", axes.get(0).name());
            }
            axes.add(new GridAxis(
                    GridSetting.SEED,
                    LongStream.range(base.seed(), base.seed() + seeds.get())
                            .mapToObj(String::valueOf)
                            .toList()));
            begin(
                    () -> new SweepFolder.Plan(Grid.of(base, axes), 1, Shard.WHOLE),
                    home.resolve(NAME.format(LocalDateTime.now(ZoneId.systemDefault()))));
        } catch (Problem wrong) {
            trouble.set(wrong);
        }
    }

    /** Goes on with the sweep that is shown. */
    public void goOn() {
        SweepMap shown = map.get();
        if (shown != null && running == null && !stage.get().isUnderWay()) {
            begin(() -> SweepFolder.open(shown.folder()).plan(), shown.folder());
        }
    }

    /** Makes a plan off the window's thread. */
    private interface Planning {
        SweepFolder.Plan plan() throws Problem;
    }

    private void begin(Planning planning, Path folder) {
        trouble.set(null);
        paused = false;
        cancelled = false;
        stage.set(SweepStage.RUNNING);
        sweeper.execute(() -> work(planning, folder));
    }

    private void work(Planning planning, Path folder) {
        try {
            SweepFolder.Plan plan = planning.plan();
            try (SweepFolder place = SweepFolder.begin(folder, plan)) {
                Map<Integer, RunHeader> done = new TreeMap<>(place.done());
                show(folder, plan.grid(), done);
                int jobs = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
                Sweep sweep = new Sweep(place, jobs, Thread.MIN_PRIORITY, new SweepListener() {
                    @Override
                    public void finished(int run, RunHeader header, int count, int all) {
                        done.put(run, header);
                        show(folder, plan.grid(), done);
                    }
                });
                workers.window().execute(() -> {
                    running = sweep;
                    if (cancelled) {
                        sweep.cancel();
                    }
                    settle();
                });
                boolean complete = sweep.run();
                workers.window().execute(() -> end(complete ? SweepStage.COMPLETE : SweepStage.STOPPED));
            }
        } catch (Problem | RuntimeException | Error broken) {
            fail(broken);
        }
    }

    private void show(Path folder, Grid grid, Map<Integer, RunHeader> done) {
        try {
            SweepMap made = SweepMap.of(folder, grid, done);
            workers.window().execute(() -> put(made));
        } catch (Problem impossible) {
            workers.window().execute(() -> trouble.set(impossible));
        }
    }

    private void fail(Throwable broken) {
        Problem problem = Failure.of(broken);
        workers.window().execute(() -> {
            trouble.set(problem);
            end(map.get() == null ? SweepStage.NOTHING : SweepStage.STOPPED);
        });
    }

    private void end(SweepStage how) {
        running = null;
        stage.set(how);
    }

    /** Lets it stand still, or go on. */
    public void pauseOrResume() {
        paused = !paused;
        settle();
    }

    /** Ends it; what is done stays, and it can go on another time. */
    public void cancel() {
        cancelled = true;
        if (running != null) {
            running.cancel();
        }
    }

    /** Has it stand still while something else needs the cores, or no more. */
    void hold(boolean still) {
        held = still;
        settle();
    }

    /** It runs unless a person paused it, or the Train screen needs the cores. */
    private void settle() {
        Sweep sweep = running;
        if (sweep == null) {
            return;
        }
        boolean busy = held
                || train.reading().stage() == RunState.Stage.RUNNING
                || train.reading().stage().busy();
        if (paused || busy) {
            sweep.pause();
        } else {
            sweep.resume();
        }
        stage.set(paused ? SweepStage.PAUSED : busy ? SweepStage.WAITING : SweepStage.RUNNING);
    }

    /** Puts the settings of a cell on the Train screen. */
    public void take(SweepCell cell) {
        SweepMap shown = map.get();
        if (shown != null) {
            try {
                train.set(shown.settings(cell));
                List<String> values = new ArrayList<>();
                cell.values().forEach((name, value) -> values.add(name + " " + value));
                messages.say("compare.map.taken", String.join(", ", values));
            } catch (Problem impossible) {
                messages.warn(impossible);
            }
        }
    }
}
