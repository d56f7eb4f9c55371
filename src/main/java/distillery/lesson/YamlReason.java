package distillery.lesson;

import distillery.data.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Why the YAML reader refuses a text, in both languages; its own messages are English and are not shown. */
final class YamlReason {
    private static final Pattern NO_START = Pattern.compile("(?s)found character '(.+)' that cannot start any token.*");

    private YamlReason() {}

    static Problem of(MarkedYamlEngineException broken) {
        String context = String.valueOf(broken.getContext());
        String problem = String.valueOf(broken.getProblem());
        Matcher sign = NO_START.matcher(problem);
        if (sign.matches()) {
            return problem.contains("TAB") ? new Problem("yaml.tab") : new Problem("yaml.sign", sign.group(1));
        }
        if (context.contains("quoted scalar")) {
            return new Problem(problem.contains("escape") ? "yaml.escape" : "yaml.quote");
        }
        if (context.contains("flow sequence") || context.contains("flow mapping")) {
            return new Problem("yaml.bracket");
        }
        if (problem.contains("values are not allowed")) {
            return new Problem("yaml.colon");
        }
        if (problem.contains("could not find expected ':'")) {
            return new Problem("yaml.no-colon");
        }
        boolean misplaced = problem.contains("<block end>") || problem.contains("are not allowed here");
        if (misplaced) {
            return new Problem(problem.contains("<scalar>") ? "yaml.behind" : "yaml.indent");
        }
        return new Problem("yaml.other");
    }
}
