package distillery.cli;

import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.method.MethodKind;
import distillery.method.MethodParameter;
import java.util.Arrays;
import java.util.Map;

/** Options that cannot be, or not together; the sentence names them. */
final class WrongOption extends Exception {
    private static final long serialVersionUID = 1;

    /** Which option fills a field of the settings, where the two are not called alike. */
    private static final Map<String, String> OPTIONS = Map.of(
            "omitted", "omit",
            "learningRate", "learning-rate",
            "batchSize", "batch",
            "momentum", "optimiser",
            "softWeight", "soft-weight",
            "hardWeight", "hard-weight");

    WrongOption(String sentence) {
        super(sentence);
    }

    /** A value that cannot be taken. */
    static WrongOption value(String option, Problem why) {
        return new WrongOption("Invalid value for option '" + option + "': " + why.getMessage());
    }

    /** A value that the settings refuse. */
    static WrongOption value(Refusal refusal) {
        String option = Arrays.stream(MethodKind.values())
                .flatMap(kind -> kind.parameters().stream())
                .filter(parameter -> parameter.id().equals(refusal.field()))
                .map(MethodParameter::option)
                .findFirst()
                .orElseGet(() -> OPTIONS.getOrDefault(refusal.field(), refusal.field()));
        return value("--" + option, refusal.reason().orElseGet(() -> refusal.of("it")));
    }
}
