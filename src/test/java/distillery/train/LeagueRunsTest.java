package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.net.NetSpec;
import distillery.net.Optimiser;
import distillery.train.Verdict.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Leagues that learn something, toy points mostly. */
class LeagueRunsTest {
    private static final MethodSettings HINTON = MethodSettings.of(MethodKind.HINTON);

    /** A squared difference of logits grows with each step that is too long; what a softmax gives back never does. */
    private static final TrainSettings WILD = Preset.TOY.settings().with(draft -> {
        draft.epochs = 20;
        draft.student = NetSpec.parse("10-2");
        draft.optimiser = new Optimiser.Sgd(0);
        draft.live = new LiveSettings(new LiveHyperparameters(4, 0.9, 0.1), 3, 64);
    });

    private static League over(TrainSettings settings, int seeds, MethodSettings... methods) throws Problem {
        DataAndTeacher materials = new MaterialsCache().materials(settings, ProgressMonitor.none());
        League league = League.of(List.of(methods), seeds);
        for (int i = 0; i < seeds; i++) {
            league = league.with(settings.withSeed(i + 1), materials, ProgressMonitor.none());
        }
        return league;
    }

    @Test
    void aMethodThatDivergesHasNoNumbersAndTakesNobodyWithIt() throws Problem {
        League league = over(WILD, 3, MethodSettings.of(MethodKind.LOGIT_MATCHING), HINTON);
        League.Row lost = league.rows().get(0);
        assertEquals(Outcome.DIVERGED, lost.overLabels().outcome());
        assertEquals(Outcome.DIVERGED, lost.overControl().outcome());
        assertFalse(lost.overLabels().isTested());
        lost.errors().testErrors().forEach(each -> assertNull(each));
        assertTrue(Double.isNaN(lost.errors().mean()));
        League.Row kept = league.rows().get(1);
        assertTrue(kept.overLabels().isTested());
        kept.errors().testErrors().forEach(each -> assertNotNull(each));
        assertEquals(
                over(WILD, 3, HINTON).rows().get(0).errors().testErrors(),
                kept.errors().testErrors());
    }

    @Test
    void whatDivergedIsKnownBeforeTheLastSeed() throws Problem {
        League league = over(WILD, 3, MethodSettings.of(MethodKind.LOGIT_MATCHING), HINTON);
        League early = new League(league.methods(), league.seeds().subList(0, 1), 3);
        assertEquals(Outcome.DIVERGED, early.rows().get(0).overLabels().outcome());
        assertEquals(Outcome.MORE_SEEDS, early.rows().get(1).overLabels().outcome());
    }

    @Test
    void methodsThatTheseNetsCannotLearnByAreNamedWithTheReason() {
        List<League.Candidate> candidates = League.candidates(Preset.TOY.settings());
        assertEquals(MethodKind.values().length - 1, candidates.size(), "all but labels only");
        Set<MethodKind> unfit = EnumSet.of(
                MethodKind.ATTENTION, // points have no maps
                MethodKind.FLOW,
                MethodKind.COPIED, // the nets' first layers differ
                MethodKind.PSEUDO_DATA, // nor can they be shifted
                MethodKind.OWN_TEACHER, // one hidden layer has none before it
                MethodKind.MULTI_TASK,
                MethodKind.FORGETTING);
        for (League.Candidate each : candidates) {
            assertEquals(unfit.contains(each.method().kind()), each.unfit() != null, each::toString);
        }
        MethodSettings own = MethodSettings.of(MethodKind.DECOUPLED).with("nonTargetWeight", 3);
        assertTrue(League.candidates(Preset.TOY.settings().with(draft -> draft.method = own)).stream()
                .anyMatch(each -> each.method().equals(own)));
    }
}
