package distillery.view.train;

import distillery.method.MethodParameter;
import distillery.train.LiveSettings;
import distillery.train.TrainSettings;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a run is set up, in a few words each: above its curves, and at the foot of a picture that leaves the program. */
public final class SettingsWords {
    private SettingsWords() {}

    public static List<String> of(TrainSettings settings, Texts texts) {
        return of(settings, method(settings, texts), texts);
    }

    /** The same without the method. */
    static List<String> common(TrainSettings settings, Texts texts) {
        return of(settings, List.of(), texts);
    }

    private static List<String> method(TrainSettings settings, Texts texts) {
        List<String> words = new ArrayList<>();
        words.add(texts.get("methods." + settings.method().kind().id()));
        for (MethodParameter parameter : settings.method().kind().parameters()) {
            String key = "methods." + settings.method().kind().id() + "." + parameter.id();
            double value = settings.method().get(parameter.id());
            words.add(
                    parameter.isChoice()
                            ? texts.get(key + "." + parameter.choice(value))
                            : texts.get(key) + " " + Numbers.plain(value));
        }
        return words;
    }

    private static List<String> of(TrainSettings settings, List<String> method, Texts texts) {
        LiveSettings live = settings.live();
        List<String> words = new ArrayList<>();
        words.add(DataName.of(settings.data(), texts));
        words.add(texts.get("train.images") + " " + settings.images());
        if (!settings.omitted().isEmpty()) {
            words.add(texts.get(
                    "train.omit",
                    settings.omitted().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        words.add(texts.get("train.teacher") + " " + settings.teacher().layers());
        words.add(texts.get("train.students") + " " + settings.student());
        words.addAll(method);
        words.add("T " + Numbers.plain(live.knobs().temperature()));
        if (!settings.method().method().weighsItself()) {
            words.add(texts.get(
                    "explore.alpha.weights",
                    Numbers.plain(live.knobs().softWeight()),
                    Numbers.plain(live.knobs().hardWeight())));
        }
        words.add(texts.get("train.learning-rate") + " " + Numbers.plain(live.learningRate()));
        words.add(texts.get("train.batch-size") + " " + live.batchSize());
        words.add(texts.get("train.epochs") + " " + settings.epochs());
        if (live.teacherUnfrozen()) {
            words.add(texts.get("train.mistake"));
        }
        words.add(texts.get("train.seed") + " " + settings.seed());
        return words;
    }
}
