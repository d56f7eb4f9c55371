package distillery.train;

import distillery.data.Problem;
import distillery.method.Arrangement;
import distillery.method.ConfidenceWeighted;
import distillery.method.Heads;
import distillery.method.Hinton;
import distillery.method.LabelSmoothing;
import distillery.method.LabelsOnly;
import distillery.method.Method;
import distillery.method.MethodSettings;
import distillery.method.MultiTask;
import distillery.method.PseudoData;
import distillery.method.TaskLabels;
import distillery.net.NetSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The casts of experiments: the student that a method teaches, those that it needs to learn from, and those that it is to be
 * held against.
 *
 * <p>In all of them the student is {@link ArmName#DISTILLED}, and {@link ArmName#LABELS_ONLY} and {@link ArmName#CONTROL}
 * are twins of it: the same net with the same first weights on the same batches.
 */
public final class CastFactory {
    /** Fewer classes have only one wrong class each, which cannot be exchanged. */
    private static final int FEWEST_TO_SHUFFLE = 3;

    /** Keeps the first weights of one net apart from those of others, in this run and in those of other seeds. */
    private static final long BETWEEN_SEEDS = 1_000_003;

    /** Numbers arms of one role apart in a league: {@code peer302} is the second peer of the third method. */
    static final int MOST_OF_A_ROLE = 100;

    /** What a method is held against; in a league one of each is enough. */
    private static final Set<ArmRole> CONTROLS = EnumSet.of(
            ArmRole.LABELS_ONLY,
            ArmRole.CONTROL,
            ArmRole.SHUFFLED,
            ArmRole.UNTRAINED,
            ArmRole.WEIGHTED,
            ArmRole.NOISE,
            ArmRole.DIRECT);

    private final TrainSettings settings;
    private final Method method;

    private CastFactory(TrainSettings settings) {
        this.settings = settings;
        method = settings.method().method();
    }

    /** The cast of these settings. */
    public static Cast of(TrainSettings settings) {
        return new CastFactory(settings).cast();
    }

    /** The same student by each of these methods: {@code distilled1} by the first, and so on. */
    public static Cast league(TrainSettings settings, List<MethodSettings> methods) {
        List<List<Arm>> phases = new ArrayList<>();
        phases.add(new ArrayList<>(new CastFactory(settings).withoutTeacher()));
        for (int i = 0; i < methods.size(); i++) {
            MethodSettings chosen = methods.get(i);
            List<Phase> own = of(settings.with(draft -> draft.method = chosen)).phases();
            for (int phase = 0; phase < own.size(); phase++) {
                if (phase == phases.size()) {
                    phases.add(new ArrayList<>());
                }
                for (Arm arm : own.get(phase).arms()) {
                    if (!CONTROLS.contains(arm.name().role())) {
                        phases.get(phase).add(inLeague(arm, i + 1));
                    }
                }
            }
        }
        return new Cast(
                phases.stream().map(arms -> new Phase(arms, settings.epochs())).toList());
    }

    /** Whether an arm of a league learns for its method of this number, from 1. */
    static boolean learnsFor(ArmName arm, int method) {
        return arm.role() == ArmRole.DISTILLED ? arm.number() == method : arm.number() / MOST_OF_A_ROLE == method;
    }

    private static ArmName inLeague(ArmName name, int method) {
        boolean student = name.role() == ArmRole.DISTILLED;
        return new ArmName(name.role(), student ? method : method * MOST_OF_A_ROLE + name.number());
    }

    private static Arm inLeague(Arm arm, int method) {
        List<Source> sources = arm.sources().stream()
                .map(source -> {
                    if (source instanceof Source.OfPeer peer) {
                        return new Source.OfPeer(inLeague(peer.arm(), method));
                    }
                    return source instanceof Source.OfEarlier from
                            ? new Source.OfEarlier(inLeague(from.arm(), method), from.shuffled())
                            : source;
                })
                .toList();
        return new Arm(inLeague(arm.name(), method), arm.method(), arm.net(), arm.initSeed(), sources);
    }

    private Cast cast() {
        Arrangement arrangement = method.arrangement();
        if (arrangement instanceof Arrangement.Peers peers) {
            return peers(peers.count());
        }
        if (arrangement instanceof Arrangement.Generations generations) {
            return generations(generations.count());
        }
        if (arrangement instanceof Arrangement.Ensemble ensemble) {
            return ensemble(ensemble);
        }
        if (arrangement instanceof Arrangement.Tasks tasks) {
            return tasks(tasks.heads());
        }
        if (arrangement instanceof Arrangement.TwoTasks) {
            return twoTasks();
        }
        return arrangement instanceof Arrangement.Assistant assistant ? assistant(wider(assistant.width())) : classic();
    }

    /**
     * One teacher. Beside label smoothing the student is held against its own method on shuffled soft labels, or, where the
     * method looks inside the teacher and shuffling would be half a control, on the inside of a net that has learned nothing;
     * with pseudo-data, on noise and on no pseudo-data at all.
     */
    private Cast classic() {
        List<Arm> arms = new ArrayList<>(withoutTeacher());
        List<Source> targets = method.needsTargets() ? List.of(new Source.OfTeacher()) : List.of();
        arms.add(1, twin(ArmName.DISTILLED, method, targets));
        if (method instanceof PseudoData pseudo) {
            arms.add(twin(ArmName.NOISE, pseudo.ofNoise(), targets));
            arms.add(twin(ArmName.DIRECT, new Hinton(), targets));
        } else if (method.looksInside()) {
            arms.add(new Arm(
                    ArmName.UNTRAINED,
                    method,
                    settings.student(),
                    settings.seed(),
                    targets,
                    null,
                    Arm.Inside.UNTRAINED));
        } else if (method.needsTargets() && canShuffle()) {
            arms.add(twin(ArmName.SHUFFLED, method, List.of(new Source.OfShuffledTeacher())));
        }
        return cast(arms);
    }

    /** Each peer has a twin that learns alone, so that both groups have made the same steps. */
    private Cast peers(int count) {
        List<Arm> arms = new ArrayList<>(withoutTeacher());
        List<ArmName> names = new ArrayList<>(List.of(ArmName.DISTILLED));
        IntStream.rangeClosed(2, count).forEach(i -> names.add(new ArmName(ArmRole.PEER, i)));
        for (int i = 0; i < count; i++) {
            ArmName name = names.get(i);
            List<Source> others = names.stream()
                    .filter(other -> !other.equals(name))
                    .<Source>map(Source.OfPeer::new)
                    .toList();
            arms.add(new Arm(name, method, settings.student(), seed(i), others));
            if (i > 0) {
                arms.add(new Arm(
                        new ArmName(ArmRole.LABELS_ONLY, i + 1),
                        new LabelsOnly(),
                        settings.student(),
                        seed(i),
                        List.of()));
            }
        }
        return cast(arms);
    }

    /** The last generation is held against its paper's two controls as well. */
    private Cast generations(int count) {
        List<List<Arm>> phases = new ArrayList<>();
        ArmName before = new ArmName(ArmRole.GENERATION);
        List<ArmName> all = new ArrayList<>(List.of(before));
        List<Arm> first = new ArrayList<>(withoutTeacher());
        first.add(new Arm(before, new LabelsOnly(), settings.student(), seed(1), List.of()));
        phases.add(first);
        for (int i = 1; i < count; i++) {
            ArmName name = new ArmName(ArmRole.GENERATION, i);
            phases.add(List.of(
                    new Arm(name, method, settings.student(), seed(i + 1), List.of(new Source.OfEarlier(before)))));
            all.add(name);
            before = name;
        }
        all.add(ArmName.DISTILLED);
        List<Arm> last = new ArrayList<>();
        last.add(twin(ArmName.DISTILLED, method, List.of(new Source.OfEarlier(before))));
        if (canShuffle()) {
            last.add(twin(ArmName.SHUFFLED, method, List.of(new Source.OfEarlier(before, true))));
        }
        last.add(twin(ArmName.WEIGHTED, new ConfidenceWeighted(), List.of(new Source.OfEarlier(before))));
        phases.add(last);
        return cast(phases, List.of(new Committee(ArmName.ENSEMBLE, all)));
    }

    private Cast ensemble(Arrangement.Ensemble ensemble) {
        NetSpec net = wider(ensemble.width());
        List<ArmName> members = IntStream.rangeClosed(1, ensemble.members())
                .mapToObj(i -> new ArmName(ArmRole.MEMBER, i))
                .toList();
        List<Arm> first = new ArrayList<>(withoutTeacher());
        for (ArmName member : members) {
            first.add(new Arm(member, new LabelsOnly(), net, seed(member.number()), List.of()));
        }
        List<Source> sources =
                members.stream().<Source>map(Source.OfEarlier::new).toList();
        return cast(
                List.of(first, List.of(twin(ArmName.DISTILLED, method, sources))),
                List.of(new Committee(ArmName.ENSEMBLE, members)));
    }

    /** The question is whether the assistant helps, so one more student learns from the teacher itself. */
    private Cast assistant(NetSpec net) {
        List<Source> teacher = List.of(new Source.OfTeacher());
        List<Arm> first = new ArrayList<>(withoutTeacher());
        first.add(twin(ArmName.DIRECT, new Hinton(), teacher));
        first.add(new Arm(ArmName.ASSISTANT, method, net, seed(1), teacher));
        List<Source> assistant = List.of(new Source.OfEarlier(ArmName.ASSISTANT));
        return cast(List.of(first, List.of(twin(ArmName.DISTILLED, method, assistant))), List.of());
    }

    /** All go on from the net that has learned the first half of the classes, and one net learns all of them together. */
    private Cast tasks(Heads heads) {
        Method labels = new TaskLabels(heads);
        Arm before = twin(ArmName.BEFORE, labels, List.of());
        List<Arm> next = Stream.of(
                        twin(ArmName.LABELS_ONLY, labels, List.of()),
                        twin(ArmName.DISTILLED, method, List.of(new Source.OfEarlier(ArmName.BEFORE))),
                        twin(ArmName.CONTROL, new LabelSmoothing(settings.smoothing()), List.of()))
                .map(arm -> arm.startingFrom(ArmName.BEFORE))
                .toList();
        return new Cast(List.of(
                new Phase(List.of(before), Phase.Shown.OLD, settings.epochs()),
                new Phase(List.of(twin(ArmName.JOINT, labels, List.of())), settings.epochs()),
                new Phase(next, Phase.Shown.NEW, settings.epochs())));
    }

    /** A net for each task alone comes first. The student of both is held against one of both from labels only. */
    private Cast twoTasks() {
        ArmName first = new ArmName(ArmRole.MEMBER, 1);
        ArmName second = new ArmName(ArmRole.MEMBER, 2);
        List<Arm> alone = List.of(
                twin(ArmName.CONTROL, new LabelSmoothing(settings.smoothing()), List.of()),
                new Arm(first, new LabelsOnly(), settings.student(), seed(1), List.of()),
                new Arm(second, new MultiTask.Labels(MultiTask.Learns.SECOND), settings.student(), seed(2), List.of()));
        List<Arm> both = List.of(
                twin(ArmName.LABELS_ONLY, new MultiTask.Labels(MultiTask.Learns.LABELS), List.of()),
                twin(
                        ArmName.DISTILLED,
                        method,
                        List.of(new Source.OfEarlier(first), new Source.OfEarlierSecond(second))));
        return cast(List.of(alone, both), List.of());
    }

    /** What every student is held against. */
    private List<Arm> withoutTeacher() {
        return List.of(
                twin(ArmName.LABELS_ONLY, new LabelsOnly(), List.of()),
                twin(ArmName.CONTROL, new LabelSmoothing(settings.smoothing()), List.of()));
    }

    private boolean canShuffle() {
        return settings.student().classes() >= FEWEST_TO_SHUFFLE;
    }

    private Arm twin(ArmName name, Method taught, List<Source> sources) {
        return new Arm(name, taught, settings.student(), settings.seed(), sources);
    }

    /** Of the first weights of the net with this number; that of the student for 0. */
    private long seed(int number) {
        return settings.seed() + number * BETWEEN_SEEDS;
    }

    private NetSpec wider(int times) {
        try {
            return settings.student().wider(times);
        } catch (Problem large) {
            throw new IllegalStateException("was checked when the settings were made", large);
        }
    }

    private Cast cast(List<Arm> arms) {
        return cast(List.of(arms), List.of());
    }

    private Cast cast(List<List<Arm>> phases, List<Committee> committees) {
        return new Cast(
                phases.stream().map(arms -> new Phase(arms, settings.epochs())).toList(), committees);
    }
}
