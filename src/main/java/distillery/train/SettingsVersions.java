package distillery.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import distillery.method.MethodKind;
import distillery.method.MethodParameter;

/** How settings of earlier versions of the program are read: what they did not know yet is filled in as it was then. */
public final class SettingsVersions {
    /** The version that is written now, in set-ups and in records of runs. */
    public static final int VERSION = 4;

    private static final String UNFROZEN = "teacherUnfrozen";
    private static final String EVALUATED_ON = "evaluatedOn";
    private static final String FILE = "file";
    private static final String PARAMETERS = "parameters";

    private SettingsVersions() {}

    /**
     * Version 1 knew nothing of an unfrozen teacher, so there it is frozen. Until version 2 no teacher came from a file, errors were
     * always counted on the test samples, and every method wrote the numbers of decoupled distillation beside its name.
     */
    public static void upgrade(JsonNode settings, int version) {
        if (version == 1 && settings.path("live") instanceof ObjectNode live && !live.has(UNFROZEN)) {
            live.put(UNFROZEN, false);
        }
        if (version <= 2 && settings instanceof ObjectNode train && !train.has(EVALUATED_ON)) {
            train.put(EVALUATED_ON, "test");
        }
        if (version <= 2 && settings.path("teacher") instanceof ObjectNode teacher && !teacher.has(FILE)) {
            teacher.put(FILE, "");
        }
        if (version <= 2 && settings.path("method") instanceof ObjectNode method && !method.has(PARAMETERS)) {
            upgradeMethod(method);
        }
    }

    private static void upgradeMethod(ObjectNode method) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        boolean decoupled = method.path("kind").asText().equals(MethodKind.DECOUPLED.id());
        for (MethodParameter parameter : MethodKind.DECOUPLED.parameters()) {
            JsonNode value = method.remove(parameter.id());
            if (decoupled && value != null) {
                parameters.set(parameter.id(), value);
            }
        }
        method.set(PARAMETERS, parameters);
    }
}
