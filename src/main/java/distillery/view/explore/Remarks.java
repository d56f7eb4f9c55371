package distillery.view.explore;

import distillery.lab.example.ExampleKind;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreReading;
import distillery.lab.explore.Remark;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.StringBinding;

/** Puts remarks into words. */
final class Remarks {
    private final Texts texts;

    Remarks(Texts texts) {
        this.texts = texts;
    }

    /** What a remark on the model's reading says, as long as it is true. */
    StringBinding text(ExploreModel model, Function<ExploreReading, Remark> remark) {
        return texts.live(() -> words(model.reading(), remark.apply(model.reading())), model.readingProperty());
    }

    private String words(ExploreReading reading, Remark remark) {
        int first = remark.first();
        return texts.get(
                "explore.remark."
                        + remark.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                name(reading, first),
                name(reading, remark.second()),
                Numbers.plain(reading.temperature()),
                Numbers.percent(reading.teacher().get(first)),
                Numbers.percent(reading.teacherAtOne().get(first)));
    }

    /** A class' name; a digit's stands in quotation marks, so that it is not read as a number. */
    private String name(ExploreReading reading, int index) {
        String name = ClassLooks.name(reading, index, texts);
        return reading.example().kind() == ExampleKind.DIGIT ? texts.get("explore.quoted", name) : name;
    }
}
