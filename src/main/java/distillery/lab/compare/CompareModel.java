package distillery.lab.compare;

import distillery.data.Failure;
import distillery.data.FolderClaim;
import distillery.data.Problem;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.train.TrainModel;
import distillery.train.ArmName;
import distillery.train.archive.Provenance;
import distillery.train.archive.RecordedQuantity;
import distillery.train.archive.RunArchive;
import distillery.train.archive.RunArchive.Kept;
import distillery.train.archive.RunFile;
import distillery.train.archive.RunLabel;
import distillery.train.archive.RunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/**
 * The Compare screen without its looks: every run that the Train screen made is kept here, can be named, pinned, put away and
 * taken up again, and lends its curves.
 */
public final class CompareModel {
    private static final Comparator<Kept> NEWEST_FIRST = Comparator.comparing(
                    (Kept kept) -> kept.header().started())
            .thenComparing(Kept::id)
            .reversed();

    /** Curves that are held at once; a run's are read again in a moment. */
    private static final int MOST_LOADED = 40;

    /** Runs that are shown while the others are still being read. */
    private static final int FIRST_SHOWN = 50;

    private final TrainModel train;
    private final Workers workers;
    private final Messages messages;
    private final Keeping keeping;
    private final RunArchive archive;
    private final RunKeeper keeper;
    private final SweepModel sweep;
    private final MeasureModel measure;

    private final ObservableList<Kept> runs = FXCollections.observableArrayList();
    private final ObservableList<Problem> refused = FXCollections.observableArrayList();
    private final ObservableList<String> chosen = FXCollections.observableArrayList();
    private final ObservableMap<String, RunRecord> loaded = FXCollections.observableHashMap();
    private final ObservableList<String> deleted = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper(this, "known");
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObjectProperty<RecordedQuantity> quantity =
            new SimpleObjectProperty<>(this, "quantity", CompareSettings.FIRST.quantity());
    private final ObjectProperty<ArmName> arm = new SimpleObjectProperty<>(this, "arm", CompareSettings.FIRST.arm());
    private final ObjectProperty<CurveAxis> over = new SimpleObjectProperty<>(this, "over", CurveAxis.STEP);
    private final ObservableList<String> before = FXCollections.observableArrayList();
    private final ObjectProperty<ComparePage> page =
            new SimpleObjectProperty<>(this, "page", CompareSettings.FIRST.page());
    private Runnable toTrain = () -> {};
    private boolean asked;

    /**
     * Keeps the runs of {@code train} from now on.
     *
     * @param runFolder where runs are kept
     * @param sweepFolder where sweeps are kept, each in a folder of its own
     * @param sweeper a thread of its own for sweeps
     */
    public CompareModel(
            TrainModel train,
            Workers workers,
            Executor sweeper,
            Path runFolder,
            Path sweepFolder,
            Keeping keeping,
            Messages messages) {
        this.train = train;
        this.workers = workers;
        this.messages = messages;
        this.keeping = keeping;
        archive = new RunArchive(runFolder);
        keeper = new RunKeeper(archive, keeping, kept -> workers.window().execute(() -> put(kept)));
        sweep = new SweepModel(train, workers, sweeper, sweepFolder, messages);
        measure = new MeasureModel(train, workers, sweep);
        train.witnessedBy(keeper);
    }

    /** All runs, the newest first. */
    public ObservableList<Kept> runs() {
        return runs;
    }

    /** Why each of the other files of the folder cannot be shown. */
    public ObservableList<Problem> refused() {
        return refused;
    }

    /** The names of the runs that are chosen, in the order of choice: others are held against the first. */
    public ObservableList<String> chosen() {
        return chosen;
    }

    /** The chosen runs with their curves, as far as they are read. */
    public ObservableMap<String, RunRecord> loaded() {
        return loaded;
    }

    /** What was put away last and can be brought back. */
    public ObservableList<String> deleted() {
        return deleted;
    }

    /** Whether the folder was read. */
    public ReadOnlyBooleanProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    public StringProperty searchProperty() {
        return search;
    }

    /** What the curves show. */
    public ObjectProperty<RecordedQuantity> quantityProperty() {
        return quantity;
    }

    /** Whose curves are shown. */
    public ObjectProperty<ArmName> armProperty() {
        return arm;
    }

    /** What the curves are drawn over. */
    public ObjectProperty<CurveAxis> overProperty() {
        return over;
    }

    public ObjectProperty<ComparePage> pageProperty() {
        return page;
    }

    public SweepModel sweep() {
        return sweep;
    }

    /** What the nets of the Train screen cost and are worth. */
    public MeasureModel measure() {
        return measure;
    }

    public CompareSettings snapshot() {
        String typed = search.get();
        return new CompareSettings(
                typed.substring(0, Math.min(typed.length(), CompareSettings.LONGEST_SEARCH)),
                quantity.get(),
                arm.get(),
                page.get(),
                sweep.acrossProperty().get(),
                sweep.downProperty().get(),
                sweep.seedsProperty().get(),
                over.get());
    }

    public void restore(CompareSettings settings) {
        search.set(settings.search());
        quantity.set(settings.quantity());
        arm.set(settings.arm());
        page.set(settings.page());
        sweep.acrossProperty().set(settings.across());
        sweep.downProperty().set(settings.down());
        sweep.seedsProperty().set(settings.seeds());
        CurveAxis wanted = settings.over();
        over.set(wanted == null ? CurveAxis.STEP : wanted);
    }

    /** The screen is shown: reads the folder the first time. */
    public void visit() {
        if (!asked) {
            asked = true;
            reload();
            sweep.recall();
        }
    }

    /** Reads the folder before the screen is asked for, which then shows it at once. What is wrong with it is said then. */
    public void readAhead() {
        workers.files().execute(archive::readAhead);
    }

    /** What shows the Train screen. */
    public void onTrainWanted(Runnable action) {
        toTrain = action;
    }

    /** Leads to where runs are made. */
    public void toTrain() {
        toTrain.run();
    }

    /** Reads the folder again. */
    public void reload() {
        workers.files().execute(() -> {
            try {
                List<String> names = archive.names();
                show(archive.look(names.subList(0, Math.min(FIRST_SHOWN, names.size()))), true);
                if (names.size() > FIRST_SHOWN) {
                    show(archive.look(names.subList(FIRST_SHOWN, names.size())), false);
                }
            } catch (Problem | RuntimeException | Error failed) {
                workers.window().execute(() -> messages.warn(Failure.of(failed)));
            }
        });
    }

    private void show(RunArchive.Listing listing, boolean first) {
        workers.window().execute(() -> {
            Set<String> found = listing.runs().stream().map(Kept::id).collect(Collectors.toSet());
            List<Kept> all = new ArrayList<>(listing.runs());
            if (!first) {
                runs.stream().filter(run -> !found.contains(run.id())).forEach(all::add);
                all.sort(NEWEST_FIRST);
            }
            runs.setAll(all);
            refused.setAll(Stream.concat(first ? Stream.of() : refused.stream(), listing.refused().stream())
                    .toList());
            known.set(true);
        });
    }

    private void put(Kept kept) {
        loaded.remove(kept.id());
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).id().equals(kept.id())) {
                runs.set(i, kept);
                read(kept.id());
                return;
            }
        }
        runs.add(kept);
        FXCollections.sort(runs, NEWEST_FIRST);
    }

    public Optional<Kept> find(String id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    /** Chooses these, and reads their curves. */
    public void choose(List<String> ids) {
        if (!chosen.equals(ids)) {
            before.clear();
            chosen.setAll(ids);
            ids.forEach(this::read);
        }
    }

    /** Chooses one of those that are chosen; {@link #chooseAgain} takes the others back. */
    public void single(String id) {
        if (chosen.size() > 1 && chosen.contains(id)) {
            List<String> all = List.copyOf(chosen);
            choose(List.of(id));
            before.setAll(all);
        }
    }

    /** Those that were chosen before one was picked out of them; empty if none was. */
    public ObservableList<String> before() {
        return before;
    }

    /** Chooses those again that one was picked out of. */
    public void chooseAgain() {
        choose(before.stream().filter(id -> find(id).isPresent()).toList());
    }

    private void read(String id) {
        if (!chosen.contains(id) || loaded.containsKey(id)) {
            return;
        }
        workers.files().execute(() -> {
            try {
                RunRecord record = archive.read(id);
                workers.window().execute(() -> {
                    if (loaded.size() >= MOST_LOADED) {
                        loaded.keySet().retainAll(chosen);
                    }
                    loaded.put(id, record);
                });
            } catch (Problem | RuntimeException | Error failed) {
                workers.window().execute(() -> messages.warn(Failure.of(failed)));
            }
        });
    }

    /** Writes something else on a run. */
    public void relabel(String id, RunLabel label) {
        boolean changed =
                find(id).map(run -> !run.header().label().equals(label)).orElse(false);
        if (changed) {
            write(() -> {
                archive.relabel(id, label);
                Kept now = new Kept(id, archive.header(id));
                workers.window().execute(() -> put(now));
            });
        }
    }

    /** Pins runs; those that all are pinned already are let go. */
    public void pin(List<String> ids) {
        List<Kept> named = ids.stream().flatMap(id -> find(id).stream()).toList();
        boolean all = named.stream().allMatch(run -> run.header().label().pinned());
        named.forEach(run -> relabel(run.id(), run.header().label().withPinned(!all)));
    }

    /** Keeps the run of the Train screen as it is now, and pins it. */
    public void pinTraining() {
        if (train.reading().step() == 0) {
            messages.say("compare.pin.nothing");
            return;
        }
        keeper.pinNext();
        train.keep();
        messages.say("compare.pinned");
    }

    /** Puts runs away; {@link #undelete} brings them back. */
    public void delete(List<String> ids) {
        List<String> all = List.copyOf(ids);
        write(() -> {
            List<String> gone = new ArrayList<>();
            try {
                for (String id : all) {
                    archive.delete(id);
                    gone.add(id);
                }
            } finally {
                workers.window().execute(() -> {
                    runs.removeIf(run -> gone.contains(run.id()));
                    chosen.removeAll(gone);
                    deleted.setAll(gone);
                });
            }
        });
    }

    /** Brings back what was put away last. */
    public void undelete() {
        List<String> all = List.copyOf(deleted);
        write(() -> {
            for (String id : all) {
                archive.restore(id);
                Kept back = new Kept(id, archive.header(id));
                workers.window().execute(() -> {
                    put(back);
                    deleted.remove(id);
                });
            }
        });
    }

    private void write(FolderClaim.Writing writing) {
        keeping.keep(archive.folder(), writing);
    }

    /** Puts the settings of a run on the Train screen, and says where the program or the machine is another. */
    public void again(String id) {
        find(id).ifPresent(run -> {
            train.set(run.header().settings());
            boolean moved = run.header().seeds().stream()
                    .anyMatch(seed -> !seed.changes().isEmpty());
            workers.files().execute(() -> {
                Problem different = run.header().provenance().differences(Provenance.here());
                workers.window().execute(() -> {
                    if (different != null) {
                        messages.warn(different);
                    } else {
                        messages.say(moved ? "compare.again.moved" : "compare.again.done");
                    }
                });
            });
        });
    }

    /** Takes a run's file from elsewhere into those that are kept, unless it is among them, and chooses it. */
    public void take(Path file) {
        visit();
        workers.files().execute(() -> {
            try {
                RunRecord record = RunFile.read(file);
                Optional<Kept> here = archive.list().runs().stream()
                        .filter(run -> run.header().equals(record.header()))
                        .findFirst();
                if (here.isPresent()) {
                    String id = here.get().id();
                    workers.window().execute(() -> choose(List.of(id)));
                } else {
                    write(() -> {
                        Kept added = new Kept(archive.add(record), record.header());
                        workers.window().execute(() -> {
                            put(added);
                            choose(List.of(added.id()));
                        });
                    });
                }
            } catch (Problem | RuntimeException | Error failed) {
                workers.window().execute(() -> messages.warn(Failure.of(failed)));
            }
        });
    }
}
