package distillery.bench;

import distillery.data.Problem;
import distillery.method.MethodKind;
import distillery.train.Arm;
import distillery.train.ArmName;
import distillery.train.Cast;
import distillery.train.CastFactory;
import distillery.train.DataAndTeacher;
import distillery.train.Experiment;
import distillery.train.Phase;
import distillery.train.ProgressMonitor;
import distillery.train.Source;
import distillery.train.TrainSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The student that learns by a method, as the program has it: gathering, what the teacher says, loss, backward, update.
 * Those that it learns from and that were to learn before it have learned for an epoch; its peers learn beside it.
 */
final class MethodStep implements Contender {
    private final MethodKind kind;
    private final TrainSettings settings;
    private final Experiment experiment;
    private final int nets;

    MethodStep(TrainSettings settings, DataAndTeacher materials) throws Problem {
        kind = settings.method().kind();
        this.settings = settings;
        List<Phase> all = CastFactory.of(settings).phases();
        List<Phase> phases = new ArrayList<>();
        Set<ArmName> needed = needed(all);
        for (Phase phase : all) {
            List<Arm> arms = phase.arms().stream()
                    .filter(arm -> needed.contains(arm.name()))
                    .toList();
            if (!arms.isEmpty()) {
                phases.add(new Phase(arms, phase.shown(), 1));
            }
        }
        nets = phases.get(phases.size() - 1).arms().size();
        experiment = new Experiment(settings, new Cast(phases), materials, ProgressMonitor.none());
        while (!experiment.step(settings.live()).arms().containsKey(ArmName.DISTILLED)) {
            // its turn has not come
        }
    }

    /** The distilled student, and all that it learns from or begins as. */
    private static Set<ArmName> needed(List<Phase> phases) {
        Set<ArmName> needed = new HashSet<>(Set.of(ArmName.DISTILLED));
        for (int i = phases.size() - 1; i >= 0; i--) {
            for (Arm arm : phases.get(i).arms()) {
                if (needed.contains(arm.name())) {
                    arm.sources().forEach(source -> add(source, needed));
                    if (arm.start() != null) {
                        needed.add(arm.start());
                    }
                }
            }
        }
        return needed;
    }

    private static void add(Source source, Set<ArmName> needed) {
        if (source instanceof Source.OfPeer peer) {
            needed.add(peer.arm());
        } else if (source instanceof Source.OfEarlier from) {
            needed.add(from.arm());
        } else if (source instanceof Source.OfEarlierSecond from) {
            needed.add(from.arm());
        }
    }

    /** How many nets learn in a step: more than one where there are peers. */
    int nets() {
        return nets;
    }

    @Override
    public String name() {
        return kind.id();
    }

    @Override
    public void learn(int first, int steps) {
        for (int i = 0; i < steps; i++) {
            experiment.step(settings.live());
        }
    }
}
