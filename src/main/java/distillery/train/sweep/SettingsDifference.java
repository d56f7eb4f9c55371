package distillery.train.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.train.TrainSettings;
import java.util.Map;

/** The first setting that two runs do not have in common, by its place in files: {@code live.batchSize}. */
final class SettingsDifference {
    private static final JsonMapper JSON = new JsonMapper();

    private SettingsDifference() {}

    /** Its name; empty if they are equal. */
    static String first(TrainSettings some, TrainSettings others) {
        return some.equals(others) ? "" : first("", JSON.valueToTree(some), JSON.valueToTree(others));
    }

    /** The value of a setting of this name. */
    static String value(TrainSettings settings, String name) {
        JsonNode node = JSON.valueToTree(settings);
        for (String part : name.split("\\.", -1)) {
            node = node.path(part);
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }

    private static String first(String place, JsonNode some, JsonNode others) {
        for (Map.Entry<String, JsonNode> each : some.properties()) {
            JsonNode other = others.path(each.getKey());
            if (!each.getValue().equals(other)) {
                String name = (place.isEmpty() ? "" : place + ".") + each.getKey();
                return each.getValue().isObject() && other.isObject() ? first(name, each.getValue(), other) : name;
            }
        }
        return place;
    }
}
