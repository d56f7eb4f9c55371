package distillery.method;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import distillery.data.NumberRange;
import distillery.data.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All methods, in the order in which they are offered. Files, command line, picker and texts read this list: a new method
 * is a class, a line here, and its texts ({@code methods.NAME…}) in {@code assets/i18n/methods*.properties}.
 */
public enum MethodKind {
    HINTON("hinton", values -> new Hinton()),
    CODE_BASE("code-base", CodeBase::of, CodeBase.PARAMETERS),
    LOGIT_MATCHING("logits", LogitMatching::of, LogitMatching.PARAMETERS),
    DECOUPLED("dkd", Decoupled::of, Decoupled.PARAMETERS),
    HINT("hint", Hint::of, Hint.PARAMETERS),
    COSINE("cosine", Cosine::of, Cosine.PARAMETERS),
    RELATIONAL("rkd", Relational::of, Relational.PARAMETERS),
    SIMILARITY("similarity", Similarity::of, Similarity.PARAMETERS),
    FLOW("fsp", Flow::of, Flow.PARAMETERS),
    ATTENTION("attention", Attention::of, Attention.PARAMETERS),
    BOUNDARIES("boundaries", Boundaries::of, Boundaries.PARAMETERS),
    COPIED("copy", values -> new CopiedLayers()),
    WEIGHTS("weights", WeightMatching::of, WeightMatching.PARAMETERS),
    PSEUDO_DATA("pseudo-data", PseudoData::of, PseudoData.PARAMETERS),
    MUTUAL("mutual", Mutual::of, Mutual.PARAMETERS),
    BORN_AGAIN("born-again", BornAgain::of, BornAgain.PARAMETERS),
    ENSEMBLE("ensemble", TaughtByEnsemble::of, TaughtByEnsemble.PARAMETERS),
    OWN_TEACHER("own-teacher", OwnTeacher::of, OwnTeacher.PARAMETERS),
    NET_AUG("netaug", NetAug::of, NetAug.PARAMETERS),
    ASSISTANT("assistant", Assistant::of, Assistant.PARAMETERS),
    MULTI_TASK("multi-task", MultiTask::of, MultiTask.PARAMETERS),
    FORGETTING("forgetting", Forgetting::of, Forgetting.PARAMETERS),
    LABELS_ONLY("labels", values -> new LabelsOnly());

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // a constructor
    private final Function<Map<String, Double>, Method> maker;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<MethodParameter> parameters;

    MethodKind(String id, Function<Map<String, Double>, Method> maker) {
        this(id, maker, List.of());
    }

    MethodKind(String id, Function<Map<String, Double>, Method> maker, List<MethodParameter> parameters) {
        this.id = id;
        this.maker = maker;
        this.parameters = parameters;
    }

    /** The method of that name. */
    @JsonCreator
    public static MethodKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "method",
                        "refused.choice",
                        Arrays.stream(values()).map(MethodKind::id).collect(Collectors.joining(", ")),
                        NumberRange.quoted(id)));
    }

    /** Its name in files, on the command line and in text keys: {@code dkd}. */
    @JsonValue
    public String id() {
        return id;
    }

    /** The numbers of its own that can be set. */
    public List<MethodParameter> parameters() {
        return parameters;
    }

    Method method(Map<String, Double> values) {
        return maker.apply(values);
    }
}
