package distillery.view.shell;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.event.EventType;

/** A question that rises from somewhere in the window to the window, which lays it over everything. */
public final class AskEvent extends Event {
    public static final EventType<AskEvent> ASK = new EventType<>(Event.ANY, "DISTILLERY_ASK");
    private static final long serialVersionUID = 1;

    private final transient ObservableValue<String> title;
    private final transient ObservableValue<String> sentence;
    private final transient List<Question.Answer> answers;

    /** As {@link Question#ask} has it. */
    public AskEvent(ObservableValue<String> title, ObservableValue<String> sentence, Question.Answer... answers) {
        super(ASK);
        this.title = title;
        this.sentence = sentence;
        this.answers = List.of(answers);
    }

    /** Lays it before the user. */
    void putTo(Question question) {
        question.ask(title, sentence, answers.toArray(Question.Answer[]::new));
    }
}
