package distillery.cli.golden;

import com.fasterxml.jackson.databind.JsonNode;
import distillery.data.JsonFile;
import distillery.data.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file of golden cases: reads it whole, or says in one sentence why it cannot be read. */
final class GoldenFile {
    private static final int SCHEMA_VERSION = 1;
    private static final int LARGEST_MEGABYTES = 64;

    private GoldenFile() {}

    /** The file is not what it should be; the message names the file, the place, what was expected and a remedy. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String sentence) {
            super(sentence);
        }
    }

    static List<GoldenCase> read(Path file) throws Unreadable {
        JsonNode document = parse(file);
        require(document.isObject(), file, "should hold one JSON object with \"schema_version\" and \"cases\"");
        JsonNode version = document.path("schema_version");
        require(
                version.isIntegralNumber() && version.canConvertToInt() && version.intValue() == SCHEMA_VERSION,
                file,
                "\"schema_version\" should be 1; export the vectors in that schema");
        JsonNode cases = document.path("cases");
        require(cases.isArray() && !cases.isEmpty(), file, "\"cases\" should be a list of one case or more");
        List<GoldenCase> result = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            result.add(readCase(file, cases.get(i), "cases[" + i + "]"));
        }
        return result;
    }

    private static JsonNode parse(Path file) throws Unreadable {
        require(Files.isReadable(file), file, "there is no such file, or it may not be read; check the path");
        require(Files.isRegularFile(file), file, "is not a file; give the path of a JSON file");
        try {
            return JsonFile.read(file, LARGEST_MEGABYTES).root();
        } catch (Problem broken) {
            throw new Unreadable(broken.getMessage());
        }
    }

    private static GoldenCase readCase(Path file, JsonNode node, String place) throws Unreadable {
        for (String name : List.of("id", "method")) {
            boolean present =
                    node.path(name).isTextual() && !node.path(name).textValue().isBlank();
            require(present, file, place + "." + name + " should be a text and is missing or something else");
        }
        for (String name : List.of("inputs", "params", "expected", "tolerance")) {
            require(
                    node.path(name).isObject(),
                    file,
                    place + "." + name + " should be an object and is missing or something else");
        }
        for (Map.Entry<String, JsonNode> param : node.get("params").properties()) {
            String name = place + ".params." + param.getKey();
            require(!param.getValue().isNull(), file, name + " is null and says nothing; give a value, or remove it");
        }
        require(!node.get("expected").isEmpty(), file, place + ".expected should name one result or more");
        return new GoldenCase(
                printable(node.get("id")),
                printable(node.get("method")),
                node.get("inputs"),
                node.get("params"),
                node.get("expected"),
                tolerance(file, node, place, "rtol"),
                tolerance(file, node, place, "atol"));
    }

    private static double tolerance(Path file, JsonNode node, String place, String name) throws Unreadable {
        JsonNode tolerance = node.get("tolerance").path(name);
        double value = tolerance.doubleValue();
        require(
                tolerance.isNumber() && value >= 0 && Double.isFinite(value),
                file,
                place + ".tolerance." + name + " should be a finite number of zero or more");
        return value;
    }

    /** A name on one line, without the control characters that could rearrange a terminal. */
    private static String printable(JsonNode name) {
        return name.textValue().replaceAll("\\p{Cntrl}", "?");
    }

    private static void require(boolean condition, Path file, String reason) throws Unreadable {
        if (!condition) {
            throw new Unreadable(file + ": " + reason);
        }
    }
}
