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
import distillery.train.TrainSettings;
import java.util.List;

/** One student that learns by a method as the program has it: gathering, what the teacher says, loss, backward, update. */
final class MethodStep implements Contender {
    private final MethodKind kind;
    private final TrainSettings settings;
    private final Experiment experiment;

    MethodStep(TrainSettings settings, DataAndTeacher materials) throws Problem {
        kind = settings.method().kind();
        this.settings = settings;
        Phase all = CastFactory.of(settings).phases().get(0);
        List<Arm> one = all.arms().stream()
                .filter(arm -> arm.name().equals(ArmName.DISTILLED))
                .toList();
        Cast cast = new Cast(List.of(new Phase(one, all.epochs())));
        experiment = new Experiment(settings, cast, materials, ProgressMonitor.none());
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
