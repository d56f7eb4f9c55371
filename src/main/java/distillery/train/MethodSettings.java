package distillery.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import distillery.data.NumberRange;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.method.Decoupled;
import distillery.method.Hinton;
import distillery.method.LabelsOnly;
import distillery.method.LogitMatching;
import distillery.method.Method;

/**
 * How the distilled student learns from its teacher.
 *
 * @param targetWeight weight of the target's share, for {@link Kind#DECOUPLED} alone
 * @param nonTargetWeight weight of the shape of the rest, for {@link Kind#DECOUPLED} alone
 * @param warmUpEpochs how long its knowledge part warms up, for {@link Kind#DECOUPLED} alone
 */
public record MethodSettings(Kind kind, double targetWeight, double nonTargetWeight, int warmUpEpochs) {
    /** The methods on board. */
    public enum Kind {
        @JsonProperty("hinton")
        HINTON,
        @JsonProperty("logits")
        LOGIT_MATCHING,
        @JsonProperty("dkd")
        DECOUPLED,
        @JsonProperty("labels")
        LABELS_ONLY;

        /** The method of that name: hinton, logits, dkd or labels. */
        public static Kind of(String name) {
            return switch (name) {
                case "hinton" -> HINTON;
                case "logits" -> LOGIT_MATCHING;
                case "dkd" -> DECOUPLED;
                case "labels" -> LABELS_ONLY;
                default ->
                    throw new Refusal(
                            "method", "refused.choice", "hinton, logits, dkd, labels", NumberRange.quoted(name));
            };
        }
    }

    public MethodSettings {
        Required.nonNull(kind, "kind");
        new Decoupled(targetWeight, nonTargetWeight, warmUpEpochs);
    }

    /** A method with the customary weights: 1, 8 and 20 epochs of warm-up for decoupled distillation. */
    public static MethodSettings of(Kind kind) {
        return new MethodSettings(kind, 1, 8, 20);
    }

    public Method method() {
        return switch (kind) {
            case HINTON -> new Hinton();
            case LOGIT_MATCHING -> new LogitMatching();
            case DECOUPLED -> new Decoupled(targetWeight, nonTargetWeight, warmUpEpochs);
            case LABELS_ONLY -> new LabelsOnly(0);
        };
    }
}
