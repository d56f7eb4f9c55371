package distillery.train;

import distillery.method.LabelSmoothing;
import distillery.method.LabelsOnly;
import distillery.method.Method;
import distillery.method.MethodSettings;
import distillery.net.NetSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who learns in an experiment, from whom, and in what order: one phase after the other. */
public record Cast(List<Phase> phases) {
    /** Fewer classes have only one wrong class each, which cannot be exchanged. */
    private static final int FEWEST_TO_SHUFFLE = 3;

    public Cast {
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("a cast needs a phase");
        }
        Set<ArmName> earlier = new HashSet<>();
        for (Phase phase : phases) {
            for (Arm arm : phase.arms()) {
                for (Source source : arm.sources()) {
                    if (source instanceof Source.OfEarlier from && !earlier.contains(from.arm())) {
                        throw new IllegalArgumentException(arm.name() + " comes before " + from.arm());
                    }
                }
            }
            for (Arm arm : phase.arms()) {
                if (!earlier.add(arm.name())) {
                    throw new IllegalArgumentException("two arms are called " + arm.name());
                }
            }
        }
    }

    /**
     * The classic cast of these settings, twins all: from labels only, distilled, and what distillation is to be held
     * against. That is label smoothing, and the distilled student's own method on shuffled soft labels where there are any; for a
     * method that looks inside the teacher as well they would be half a control.
     */
    public static Cast classic(TrainSettings settings) {
        Method method = settings.method().method();
        List<Arm> arms = new ArrayList<>();
        arms.add(twin(ArmName.LABELS_ONLY, settings, new LabelsOnly(), List.of()));
        arms.add(twin(ArmName.DISTILLED, settings, method, targets(method, new Source.OfTeacher())));
        arms.add(twin(ArmName.CONTROL, settings, new LabelSmoothing(settings.smoothing()), List.of()));
        if (canShuffle(settings)) {
            arms.add(twin(ArmName.SHUFFLED, settings, method, targets(method, new Source.OfShuffledTeacher())));
        }
        return new Cast(List.of(new Phase(arms, settings.epochs())));
    }

    /**
     * All of these methods at once, twins all, beside labels only and label smoothing. The arm of each method is called
     * {@code distilled} with its number in the list, from 1.
     */
    public static Cast league(TrainSettings settings, List<MethodSettings> methods) {
        List<Arm> arms = new ArrayList<>();
        arms.add(twin(ArmName.LABELS_ONLY, settings, new LabelsOnly(), List.of()));
        arms.add(twin(ArmName.CONTROL, settings, new LabelSmoothing(settings.smoothing()), List.of()));
        for (MethodSettings chosen : methods) {
            Method method = chosen.method();
            ArmName name = new ArmName(ArmRole.DISTILLED, arms.size() - 1);
            arms.add(twin(name, settings, method, targets(method, new Source.OfTeacher())));
        }
        return new Cast(List.of(new Phase(arms, settings.epochs())));
    }

    /** The names of {@link #classic}. */
    public static List<ArmName> names(TrainSettings settings) {
        return classic(settings).names();
    }

    /** All arms, in the order in which they learn. */
    public List<ArmName> names() {
        return phases.stream()
                .flatMap(phase -> phase.arms().stream())
                .map(Arm::name)
                .toList();
    }

    private static boolean canShuffle(TrainSettings settings) {
        NetSpec student = settings.student();
        Method method = settings.method().method();
        return method.needsTargets() && !method.looksInside() && student.classes() >= FEWEST_TO_SHUFFLE;
    }

    private static Arm twin(ArmName name, TrainSettings settings, Method method, List<Source> sources) {
        return new Arm(name, method, settings.student(), settings.seed(), sources);
    }

    private static List<Source> targets(Method method, Source source) {
        return method.needsTargets() ? List.of(source) : List.of();
    }
}
