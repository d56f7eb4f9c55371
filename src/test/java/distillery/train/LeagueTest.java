package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.train.Verdict.Gain;
import distillery.train.Verdict.Outcome;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LeagueTest {
    private static List<Gain> gains(double... p) {
        return DoubleStream.of(p)
                .mapToObj(each -> new Gain(Outcome.BETTER, 10, 1, 19, each))
                .toList();
    }

    private static List<Double> corrected(double... p) {
        return League.holm(gains(p)).stream().map(Gain::p).toList();
    }

    /** The example of R's {@code p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")}. */
    @Test
    void holmCountsTheSmallestAsOftenAsThereAreComparisons() {
        List<Double> corrected = corrected(0.01, 0.04, 0.03, 0.005);
        List<Double> known = List.of(0.03, 0.06, 0.06, 0.02);
        for (int i = 0; i < known.size(); i++) {
            assertEquals(known.get(i), corrected.get(i), 1e-12);
        }
        assertEquals(List.of(1.0, 1.0), corrected(0.7, 0.9));
    }

    @Test
    void whatTheCorrectionTakesAboveTheLevelIsNotDecided() {
        List<Outcome> outcomes =
                League.holm(gains(0.04, 0.001)).stream().map(Gain::outcome).toList();
        assertEquals(List.of(Outcome.BETTER, Outcome.BETTER), outcomes);
        outcomes = League.holm(gains(0.04, 0.04)).stream().map(Gain::outcome).toList();
        assertEquals(List.of(Outcome.NOT_DECIDED, Outcome.NOT_DECIDED), outcomes);
    }

    @Test
    void tooFewSeedsStayTooFew() {
        Gain early = Gain.of(List.of(3, 4), 5);
        assertEquals(
                Outcome.MORE_SEEDS, League.holm(List.of(early, early)).get(1).outcome());
    }
}
