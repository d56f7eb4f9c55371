package distillery.view;

import distillery.data.Problem;
import distillery.data.TextBundles;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;

/**
 * All texts of the window, in the current language. A key names its screen and its place ({@code explore.temperature});
 * each screen has its own pair of files in {@code assets/i18n}. A sentence with {@code {0}} is a {@link MessageFormat}
 * (an apostrophe is doubled there); any other is taken as it stands.
 */
public final class Texts {
    private final ObservableValue<Locale> language;
    private final Map<Locale, Map<String, String>> loaded = new HashMap<>();

    public Texts(ObservableValue<Locale> language) {
        this.language = language;
    }

    /** The sentence now. An unknown key is a defect and fails at once. */
    public String get(String key, Object... arguments) {
        String sentence =
                loaded.computeIfAbsent(language.getValue(), Texts::load).get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no text for the key " + key + " in " + language.getValue());
        }
        return sentence.contains("{0")
                ? new MessageFormat(sentence, language.getValue())
                        .format(Problem.spoken(arguments, language.getValue()))
                : sentence;
    }

    /** TextBundles after one another; Chinese full stops bring their own space. */
    public String paragraph(List<String> sentences) {
        String between = language.getValue().getLanguage().equals("zh") ? "" : " ";
        return sentences.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining(between));
    }

    /** The sentence, following the language. */
    public StringBinding text(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> get(key, arguments), language);
    }

    /** A sentence that is made anew when the language or one of {@code causes} changes. */
    public StringBinding live(Supplier<String> sentence, Observable... causes) {
        Observable[] all = new Observable[causes.length + 1];
        System.arraycopy(causes, 0, all, 0, causes.length);
        all[causes.length] = language;
        return Bindings.createStringBinding(sentence::get, all);
    }

    private static Map<String, String> load(Locale language) {
        Map<String, String> sentences = new HashMap<>();
        TextBundles.BUNDLES.forEach(name -> sentences.putAll(TextBundles.of(name, language)));
        return sentences;
    }
}
