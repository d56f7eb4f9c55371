package distillery.view.shell;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.event.EventType;

/** An event that asks the window to show a question over everything else. */
public final class AskEvent extends Event {
    public static final EventType<AskEvent> ASK = new EventType<>(Event.ANY, "DISTILLERY_ASK");
    private static final long serialVersionUID = 1;

    private final transient ObservableValue<String> title;
    private final transient ObservableValue<String> sentence;
    private final transient List<ChoiceOverlay.Answer> answers;

    /** As {@link ChoiceOverlay#ask} has it. */
    public AskEvent(ObservableValue<String> title, ObservableValue<String> sentence, ChoiceOverlay.Answer... answers) {
        super(ASK);
        this.title = title;
        this.sentence = sentence;
        this.answers = List.of(answers);
    }

    /** What can be answered; the first is the default. */
    public List<ChoiceOverlay.Answer> answers() {
        return answers;
    }

    /** Shows it to the user. */
    void putTo(ChoiceOverlay question) {
        question.ask(title, sentence, answers.toArray(ChoiceOverlay.Answer[]::new));
    }
}
