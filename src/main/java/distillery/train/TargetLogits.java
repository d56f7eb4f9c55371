package distillery.train;

import distillery.data.Batch;
import distillery.data.Samples;
import distillery.method.Glimpse;
import distillery.method.SecondTask;
import distillery.net.InputBatch;
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
    private final Samples samples;
    private final int[] selection;
    private final Teacher teacher;
    /** Whether digits stay where they are, so that a net that does not move gives each the same logits every time. */
    private final boolean still;

    private final InputBatch inputs;
    private final ProgressMonitor monitor;
    private final ShuffledLogits shuffling;
    private final Map<ArmName, SoftLabels> earlier = new HashMap<>();
    private final Map<ArmName, SoftLabels> seconds = new HashMap<>();
    private final HiddenValues ofTeacherInside;
    /** Of a net that has learned nothing; null if nobody looks into one. */
    private final @Nullable HiddenValues ofUntrainedInside;

    private final Map<ArmName, PastLogits> pasts = new HashMap<>();
    private @Nullable SoftLabels ofTeacher;
    private boolean asksTeacher;

    TargetLogits(
            Samples samples,
            int[] selection,
            Teacher teacher,
            @Nullable Teacher untrained,
            TrainSettings settings,
            InputBatch inputs,
            ProgressMonitor monitor) {
        this.samples = samples;
        this.selection = selection;
        this.teacher = teacher;
        still = settings.jitter() == 0;
        this.inputs = inputs;
        this.monitor = monitor;
        ofTeacherInside = new HiddenValues(teacher.net(), samples, selection, inputs, monitor);
        ofUntrainedInside =
                untrained == null ? null : new HiddenValues(untrained.net(), samples, selection, inputs, monitor);
        shuffling = new ShuffledLogits(samples.classes(), settings.seed());
    }

    /**
     * Gets ready for the arms of a phase.
     *
     * @param glimpses what they look at inside the teacher
     * @param ofUntrained the same inside the net without knowledge
     * @param trained finds an arm of an earlier phase
     */
    void prepare(
            List<Arm> arms, Set<Glimpse> glimpses, Set<Glimpse> ofUntrained, Function<ArmName, ArmTrainer> trained) {
        ofTeacherInside.prepare(glimpses, still);
        if (ofUntrainedInside != null) {
            ofUntrainedInside.prepare(ofUntrained, still);
        }
        SoftLabels before = ofTeacher;
        boolean keeps = ofTeacherInside.areKept();
        if (before == null || (before.areKept() && !keeps)) {
            ofTeacher = keeps ? ofTeacher() : SoftLabels.asked(shown -> ofTeacherInside.forward());
        }
        List<Source> sources =
                arms.stream().flatMap(arm -> arm.sources().stream()).toList();
        asksTeacher = still || !glimpses.isEmpty() || sources.stream().anyMatch(TargetLogits::isOfTeacher);
        for (Source source : sources) {
            if (source instanceof Source.OfEarlier from) {
                earlier.computeIfAbsent(
                        from.arm(), arm -> labels(trained.apply(arm).net()::logits));
            } else if (source instanceof Source.OfEarlierSecond from) {
                ArmTrainer arm = trained.apply(from.arm());
                Function<InputBatch, double[]> head = shown -> arm.exit(0, shown);
                seconds.computeIfAbsent(from.arm(), name -> labels(head, SecondTask.CLASSES));
            }
        }
        for (Arm arm : arms) {
            if (arm.sources().contains(new Source.OfOwnPast())) {
                pasts.put(arm.name(), new PastLogits(samples.count(), samples.classes()));
            }
        }
    }

    private SoftLabels ofTeacher() {
        return still ? teacher.softLabels(samples, selection, inputs, monitor) : SoftLabels.asked(teacher::logits);
    }

    private SoftLabels labels(Function<InputBatch, double[]> net) {
        return labels(net, samples.classes());
    }

    private SoftLabels labels(Function<InputBatch, double[]> net, int width) {
        return still ? SoftLabels.kept(net, width, true, samples, selection, inputs, monitor) : SoftLabels.asked(net);
    }

    /** The values at its points, for a batch that {@link #ofTeacher(Batch)} was asked about, of the net that an arm looks in. */
    Glimpse.Seen inside(Arm arm, Batch batch) {
        return hidden(arm).of(batch);
    }

    /** The same for a batch that nobody was asked about. */
    Glimpse.Seen insideAnew(Arm arm, Batch batch) {
        HiddenValues hidden = hidden(arm);
        if (!hidden.areKept()) {
            hidden.forward();
        }
        return hidden.of(batch);
    }

    private HiddenValues hidden(Arm arm) {
        return arm.looksIn() == Arm.Inside.UNTRAINED ? required(ofUntrainedInside) : ofTeacherInside;
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
        if (ofUntrainedInside != null && !ofUntrainedInside.areKept()) {
            ofUntrainedInside.forward();
        }
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
            double[] logits = required(earlier.get(from.arm())).of(batch, inputs);
            return from.shuffled() ? shuffling.butTheLargest(batch, logits) : logits;
        }
        if (source instanceof Source.OfEarlierSecond from) {
            return required(seconds.get(from.arm())).of(batch, inputs);
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
