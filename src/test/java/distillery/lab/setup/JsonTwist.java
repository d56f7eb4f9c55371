package distillery.lab.setup;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON written with one thing wrong in it: at this place stands what {@link #json} makes of it. */
public record JsonTwist(JsonPointer place, Kind kind, String value) {
    /** What is wrong. */
    public enum Kind {
        /** Another value stands there. */
        REPLACED,
        /** Key and value are gone. */
        DELETED,
        /** Key and value stand there a second time, with the other value. */
        TWICE,
        /** Behind it stands a key that nobody knows. */
        UNKNOWN
    }

    /** Every place in it, its own root left out. */
    public static List<JsonPointer> places(JsonNode root) {
        List<JsonPointer> places = new ArrayList<>();
        collect(root, JsonPointer.empty(), places);
        return places;
    }

    private static void collect(JsonNode node, JsonPointer place, List<JsonPointer> places) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonPointer there = place.appendProperty(entry.getKey());
            places.add(there);
            collect(entry.getValue(), there, places);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(place.appendIndex(i));
            collect(node.get(i), place.appendIndex(i), places);
        }
    }

    /** The name that a complaint about it must hold: its key, or that of the list that it is in. */
    public String key() {
        JsonPointer last = place.last();
        return last.getMatchingIndex() >= 0 ? "[" + last.getMatchingIndex() + "]" : last.getMatchingProperty();
    }

    /** All of it, one value a line. */
    public String json(JsonNode root) {
        StringBuilder out = new StringBuilder();
        write(root, JsonPointer.empty(), out);
        return out.toString();
    }

    private void write(JsonNode node, JsonPointer at, StringBuilder out) {
        if (at.equals(place) && kind == Kind.REPLACED) {
            out.append(value);
        } else if (node.isObject()) {
            List<String> members = new ArrayList<>();
            node.properties().forEach(entry -> members(entry, at.appendProperty(entry.getKey()), members));
            out.append("{\n").append(String.join(",\n", members)).append("}");
        } else if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                StringBuilder element = new StringBuilder();
                write(node.get(i), at.appendIndex(i), element);
                elements.add(element.toString());
            }
            out.append("[").append(String.join(",\n", elements)).append("]");
        } else {
            out.append(node);
        }
    }

    private void members(Map.Entry<String, JsonNode> entry, JsonPointer at, List<String> members) {
        StringBuilder member = new StringBuilder("\"").append(entry.getKey()).append("\": ");
        write(entry.getValue(), at, member);
        boolean here = at.equals(place);
        if (!here || kind != Kind.DELETED) {
            members.add(member.toString());
        }
        if (here && kind == Kind.TWICE) {
            members.add("\"" + entry.getKey() + "\": " + value);
        }
        if (here && kind == Kind.UNKNOWN) {
            members.add("\"" + entry.getKey() + "x\": " + value);
        }
    }
}
