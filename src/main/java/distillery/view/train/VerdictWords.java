package distillery.view.train;

import distillery.train.ArmName;
import distillery.train.EvaluationSet;
import distillery.train.Verdict;
import distillery.train.Verdict.Gain;
import distillery.train.Verdict.Spread;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A verdict in sentences that are no stronger than its evidence: each names the interval, and p where it is weak. */
final class VerdictWords {
    private static final double LEAST_P = 0.001;
    private static final Set<ArmName> NAMED = Set.of(ArmName.DISTILLED, ArmName.LABELS_ONLY, ArmName.CONTROL);

    private final Texts texts;

    VerdictWords(Texts texts) {
        this.texts = texts;
    }

    /** Against labels only, without a full stop. */
    String labels(Verdict verdict) {
        return claim("train.verdict.", verdict.overLabels(), "");
    }

    String control(Verdict verdict, double smoothing) {
        return claim("train.verdict.control.", verdict.overControl(), Numbers.plain(smoothing));
    }

    /** Against what only some methods are held against, such as shuffled soft labels; empty where there is none. */
    String others(Verdict verdict) {
        List<String> claims = new ArrayList<>();
        verdict.overOthers()
                .forEach((other, gain) -> claims.add(
                        other.equals(ArmName.SHUFFLED)
                                ? claim("train.verdict.shuffled.", gain, "")
                                : claim(
                                        "train.verdict.other.",
                                        gain,
                                        texts.get("train.verdict.over."
                                                + other.role().id()))));
        return texts.paragraph(claims);
    }

    /** Mean and deviation of every arm. */
    String errors(Verdict verdict, EvaluationSet counted) {
        return texts.get(
                counted == EvaluationSet.TEST ? "train.verdict.errors" : "train.verdict.errors.held-out",
                spread(verdict, ArmName.DISTILLED),
                spread(verdict, ArmName.LABELS_ONLY),
                spread(verdict, ArmName.CONTROL),
                verdict.errors().keySet().stream()
                        .filter(arm -> !NAMED.contains(arm))
                        .map(arm ->
                                texts.get("train.verdict.errors.more", ArmWords.of(arm, texts), spread(verdict, arm)))
                        .collect(Collectors.joining()));
    }

    String p(Gain gain) {
        return gain.p() < LEAST_P ? texts.get("train.verdict.p.least") : texts.get("train.verdict.p", gain.p());
    }

    private String claim(String key, Gain gain, String other) {
        String whole = key + gain.key();
        long low = Math.round(gain.low());
        long high = Math.round(gain.high());
        return switch (gain.outcome()) {
            case BETTER -> texts.get(whole, low, high, p(gain), other);
            case NOT_DECIDED -> texts.get(whole, high, -low, p(gain), other);
            case WORSE -> texts.get(whole, -high, -low, p(gain), other);
            case MORE_SEEDS, DIVERGED -> throw new IllegalArgumentException("nothing is decided yet");
        };
    }

    private String spread(Verdict verdict, ArmName student) {
        Spread spread = Objects.requireNonNull(verdict.errors().get(student));
        long mean = Math.round(spread.mean());
        return Double.isFinite(spread.deviation()) && verdict.seeds() > 1
                ? texts.get("train.spread", mean, Math.round(spread.deviation()))
                : texts.get("train.count", mean);
    }
}
