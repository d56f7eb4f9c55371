package distillery.train;

import distillery.data.Batch;
import distillery.data.Samples;
import distillery.net.InputBatch;
import distillery.net.Network;
import distillery.net.Tap;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the arms of a phase are given: logits of the teacher and of other {@linkplain Source sources}, and the teacher's
 * values at other points.
 */
final class TargetLogits {
    /** Values of hidden layers that are kept take no more; beyond it the teacher is run on every batch. */
    static final long MOST_BYTES = 64 << 20;

    private final Samples samples;
    private final int[] selection;
    private final Teacher teacher;
    /** Whether digits stay where they are, so that a net that does not move gives each the same logits every time. */
    private final boolean still;

    private final InputBatch inputs;
    private final ProgressMonitor monitor;
    private final ShuffledLogits shuffling;
    private final Map<ArmName, SoftLabels> earlier = new HashMap<>();
    private final Map<Tap, SoftLabels> features = new HashMap<>();
    private final Map<ArmName, PastLogits> pasts = new HashMap<>();
    private @Nullable SoftLabels ofTeacher;
    private boolean asksTeacher;

    TargetLogits(
            Samples samples,
            int[] selection,
            Teacher teacher,
            TrainSettings settings,
            InputBatch inputs,
            ProgressMonitor monitor) {
        this.samples = samples;
        this.selection = selection;
        this.teacher = teacher;
        still = settings.jitter() == 0;
        this.inputs = inputs;
        this.monitor = monitor;
        shuffling = new ShuffledLogits(samples.classes(), settings.seed());
    }

    /**
     * Gets ready for the arms of a phase.
     *
     * @param taps points of the teacher that they look at
     * @param trained finds the net of an arm of an earlier phase
     */
    void prepare(List<Arm> arms, Set<Tap> taps, Function<ArmName, Network> trained) {
        teacher.net().watch(taps);
        SoftLabels before = ofTeacher;
        boolean keeps = taps.isEmpty() || (still && canKeep(taps));
        if (before == null || (before.areKept() && !keeps)) {
            ofTeacher = keeps ? labels(teacher::logits) : SoftLabels.asked(teacher::features);
        }
        for (Tap tap : keeps ? taps : Set.<Tap>of()) {
            features.computeIfAbsent(tap, this::kept);
        }
        List<Source> sources =
                arms.stream().flatMap(arm -> arm.sources().stream()).toList();
        asksTeacher = still || !taps.isEmpty() || sources.stream().anyMatch(TargetLogits::isOfTeacher);
        for (Source source : sources) {
            if (source instanceof Source.OfEarlier from) {
                earlier.computeIfAbsent(from.arm(), arm -> labels(trained.apply(arm)::logits));
            }
        }
        for (Arm arm : arms) {
            if (arm.sources().contains(new Source.OfOwnPast())) {
                pasts.put(arm.name(), new PastLogits(samples.count(), samples.classes()));
            }
        }
    }

    private SoftLabels labels(Function<InputBatch, double[]> net) {
        return still
                ? SoftLabels.kept(net, samples.classes(), samples, selection, inputs, monitor)
                : SoftLabels.asked(net);
    }

    private boolean canKeep(Set<Tap> taps) {
        long numbers = taps.stream().mapToLong(tap -> tap.shape().size()).sum() * selection.length;
        return numbers * Float.BYTES <= MOST_BYTES;
    }

    private SoftLabels kept(Tap tap) {
        Function<InputBatch, double[]> there = shown -> {
            teacher.features(shown);
            return teacher.net().feature(tap);
        };
        return SoftLabels.kept(there, tap.shape().size(), samples, selection, inputs, monitor);
    }

    /** The teacher's values at its points for a batch that it was asked about, by {@link #ofTeacher(Batch)}. */
    Function<Tap, double[]> features(Batch batch) {
        return tap -> {
            SoftLabels kept = features.get(tap);
            return kept == null ? teacher.net().feature(tap) : kept.of(batch, inputs);
        };
    }

    private static boolean isOfTeacher(Source source) {
        return source instanceof Source.OfTeacher || source instanceof Source.OfShuffledTeacher;
    }

    /** Whether the teacher was asked once for all samples. */
    boolean teacherIsKept() {
        return required(ofTeacher).areKept();
    }

    /** The teacher's logits for a batch; null where nobody learns from them and it would have to be asked each time. */
    double @Nullable [] ofTeacher(Batch batch) {
        return asksTeacher ? required(ofTeacher).of(batch, inputs) : null;
    }

    /**
     * What an arm is given, in the order of its sources.
     *
     * @param teacherLogits those of the teacher that this arm listens to
     * @param phase all arms of its phase, after their forward pass
     */
    List<double[]> of(ArmTrainer arm, Batch batch, double @Nullable [] teacherLogits, Map<ArmName, ArmTrainer> phase) {
        Collection<Source> sources = arm.arm().sources();
        return sources.stream()
                .map(source -> of(source, arm, batch, teacherLogits, phase))
                .toList();
    }

    private double[] of(
            Source source,
            ArmTrainer arm,
            Batch batch,
            double @Nullable [] teacherLogits,
            Map<ArmName, ArmTrainer> phase) {
        if (source instanceof Source.OfPeer peer) {
            return required(phase.get(peer.arm())).logits();
        }
        if (source instanceof Source.OfEarlier from) {
            return required(earlier.get(from.arm())).of(batch, inputs);
        }
        if (source instanceof Source.OfOwnPast) {
            return required(pasts.get(arm.arm().name())).exchange(batch, arm.logits());
        }
        double[] logits = required(teacherLogits);
        return source instanceof Source.OfShuffledTeacher ? shuffling.of(batch, logits) : logits;
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a source that was not prepared");
        }
        return value;
    }
}
