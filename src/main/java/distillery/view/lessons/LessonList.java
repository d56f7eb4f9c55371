package distillery.view.lessons;

import distillery.data.Problem;
import distillery.lab.lessons.LearnerModel;
import distillery.lab.lessons.LessonLibrary;
import distillery.lesson.Lesson;
import distillery.lesson.LessonFiles;
import distillery.view.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All lessons there are: a teacher's own with whatever is to be mended in them, then the included ones. */
final class LessonList extends VBox {
    private static final int MOST_PROBLEMS = 20;

    private final LessonLibrary library;
    private final LearnerModel learner;
    private final Texts texts;
    private final ObservableValue<Locale> language;
    private final Consumer<Lesson> open;

    LessonList(
            LessonLibrary library,
            LearnerModel learner,
            Texts texts,
            ObservableValue<Locale> language,
            Consumer<Lesson> open) {
        this.library = library;
        this.learner = learner;
        this.texts = texts;
        this.language = language;
        this.open = open;
        setId("lessons-list");
        getStyleClass().add("lesson-list");
        library.included().addListener((ListChangeListener<LessonFiles>) change -> show());
        library.own().addListener((ListChangeListener<LessonFiles>) change -> show());
        library.folderProperty().addListener((property, before, now) -> show());
        learner.progressProperty().addListener((property, before, now) -> show());
        language.addListener((property, before, now) -> show());
        show();
    }

    /** What an author has to mend, each with file and line. */
    static List<Node> problems(LessonFiles files, Locale language) {
        return files.problems().stream()
                .limit(MOST_PROBLEMS) // what comes then will still be there once these are mended
                .map(problem -> notice(problem, language))
                .toList();
    }

    private void show() {
        getChildren().clear();
        Path folder = library.folderProperty().get();
        if (folder != null) {
            getChildren().add(own(folder));
            library.own().forEach(this::add);
            getChildren().add(Labels.wrapped(texts.text("lessons.on-board"), "kicker"));
        }
        library.included().forEach(this::add);
    }

    private Node own(Path folder) {
        Label name = new Label(String.valueOf(folder.getFileName() == null ? folder : folder.getFileName()));
        name.getStyleClass().add("kicker");
        name.setGraphic(Signs.of(Feather.FOLDER));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button away = new Button("", Signs.of(Feather.X));
        away.setId("lessons-folder-close");
        away.getStyleClass().add("icon-button");
        away.accessibleTextProperty().bind(texts.text("lessons.folder.close"));
        away.setTooltip(Labels.tooltip(texts, "lessons.folder.close"));
        away.setOnAction(press -> library.close());
        HBox line = new HBox(name, away);
        line.getStyleClass().add("entry-head");
        return line;
    }

    private void add(LessonFiles files) {
        files.in(language.getValue()).ifPresent(lesson -> getChildren()
                .add(new LessonEntry(lesson, learner.standing(lesson.id()), texts, () -> open.accept(lesson))));
        getChildren().addAll(problems(files, language.getValue()));
    }

    private static Node notice(Problem problem, Locale language) {
        Label words = new Label(problem.in(language), Signs.of(Feather.ALERT_TRIANGLE));
        words.getStyleClass().add("lesson-problem");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        return words;
    }
}
