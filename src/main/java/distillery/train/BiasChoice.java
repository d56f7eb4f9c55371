package distillery.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the biases of some classes of a finished student are corrected.
 *
 * @param bias the classes, and for {@link Rule#GIVEN} what to add to each; 0 for the others
 */
public record BiasChoice(Rule rule, Map<Integer, Double> bias) {
    /** Who says how much to add. */
    public enum Rule {
        /** The person. */
        @JsonProperty("given")
        GIVEN,
        /** One constant for all of these classes, with the fewest errors on held-out samples. */
        @JsonProperty("auto")
        AUTO,
        /** For each class until it gets the share of held-out samples that it has; their labels are not looked at one by one. */
        @JsonProperty("prior")
        PRIOR
    }

    public BiasChoice {
        bias = Map.copyOf(bias);
    }

    /** One constant for all of these classes, chosen on held-out samples. */
    public static BiasChoice auto(Set<Integer> classes) {
        Map<Integer, Double> bias = new TreeMap<>();
        classes.forEach(index -> bias.put(index, 0.0));
        return new BiasChoice(Rule.AUTO, bias);
    }

    /** The classes whose biases are corrected. */
    public Set<Integer> classes() {
        return bias.keySet();
    }

    /** Whether held-out samples are needed to choose. */
    public boolean isChosen() {
        return rule != Rule.GIVEN;
    }

    /** What to add to the bias of each class, in their order, by what the net says about held-out samples. */
    public Map<Integer, Double> on(LabelledLogits heldOut) {
        if (rule == Rule.PRIOR) {
            return PriorMatching.of(heldOut, classes());
        }
        double best = BiasCurve.of(heldOut, classes(), Set.of()).best();
        Map<Integer, Double> chosen = new TreeMap<>();
        classes().forEach(index -> chosen.put(index, best));
        return chosen;
    }
}
