package distillery.view;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.lab.Messages.Complaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a text that a person types into a field. Enter or leaving the field has it taken. What cannot be taken
 * stays, marked, with the reason, until it is mended, or Escape or a change of the value itself takes it back: nothing
 * is put right silently.
 */
public final class Typing {
    /** Uses a text. */
    @FunctionalInterface
    public interface Use {
        /**
         * Takes the text.
         *
         * @throws Problem that says why it cannot be taken
         */
        void take(String typed) throws Problem;
    }

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Control field;
    private final TextField editor;
    private final Supplier<String> value;
    private final Consumer<String> print;
    private final Use use;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ReadOnlyObjectWrapper<@Nullable Problem> refusal = new ReadOnlyObjectWrapper<>(this, "refusal");
    private String shown = "";

    /**
     * Watches over a field.
     *
     * @param editor where the text stands: the field, or a part of it
     * @param value the value as the field writes it
     * @param print writes it there
     */
    public Typing(Control field, TextField editor, Supplier<String> value, Consumer<String> print, Use use) {
        this.field = field;
        this.editor = editor;
        this.value = value;
        this.print = print;
        this.use = use;
        field.getProperties().put(Typing.class, this);
        refusal.addListener((property, before, now) -> field.pseudoClassStateChanged(REFUSED, now != null));
        field.focusedProperty().addListener((property, before, on) -> {
            if (!on) {
                settle();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        field.visibleProperty().addListener((property, before, now) -> takeBack());
        takeBack();
    }

    /** The typings under a node that can be seen, if their screen can. */
    public static List<Typing> in(Node node) {
        List<Typing> found = new ArrayList<>();
        if (node.isVisible()) {
            if (node.getProperties().get(Typing.class) instanceof Typing typing) {
                found.add(typing);
            } else if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> found.addAll(in(child)));
            }
        }
        return found;
    }

    /** Has all texts taken; the first that cannot be. */
    public static Optional<Typing> untaken(List<Typing> all) {
        List<Typing> refused = all.stream().filter(each -> !each.settle()).toList();
        return refused.stream().findFirst();
    }

    /** Why the text cannot be taken; null if nothing is wrong with it. */
    public ReadOnlyObjectProperty<@Nullable Problem> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** What a sentence somewhere else calls the field. */
    public StringProperty nameProperty() {
        return name;
    }

    /** A sentence about the field and what stands in it, behind other arguments; it holds as long as that is refused. */
    public Complaint complaint(String key, Object... first) {
        String typed = editor.getText();
        List<Object> arguments = new ArrayList<>(List.of(first));
        arguments.add(name.get());
        arguments.add(NumberRange.quoted(typed));
        return new Complaint(
                new Problem(key, arguments.toArray()),
                refusal.map(now -> typed.equals(editor.getText())).orElse(false));
    }

    /** Scrolls the field and what is wrong with it into view. */
    public void point() {
        Drawer.reveal(field);
        field.requestFocus();
        editor.selectAll();
    }

    /** Has the text taken; false if it cannot be. */
    public boolean settle() {
        String typed = editor.getText() == null ? "" : editor.getText();
        if (typed.equals(shown)) {
            refusal.set(null);
            return true;
        }
        try {
            use.take(typed);
            takeBack();
        } catch (Problem refused) {
            refusal.set(refused);
        }
        return refusal.get() == null;
    }

    /** To be called when the value may have changed. The same value leaves what is being typed alone. */
    public void valueChanged() {
        if (!value.get().equals(shown)) {
            takeBack();
        }
    }

    /** Shows the value instead of what was typed. */
    public void takeBack() {
        shown = value.get();
        refusal.set(null);
        if (!shown.equals(editor.getText())) {
            print.accept(shown);
        }
    }

    /** Has the reason said at the field while there is one, and read with it. */
    public void explain(Texts texts) {
        RefusalCard.explain(field, texts.live(() -> words(texts), refusal));
        if (editor != field) {
            editor.accessibleHelpProperty().bind(field.accessibleHelpProperty());
        }
    }

    private String words(Texts texts) {
        Problem now = refusal.get();
        return now == null ? "" : texts.get(now.key(), now.arguments().toArray());
    }

    private void press(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            settle();
        } else if (key.getCode() == KeyCode.ESCAPE && !shown.equals(editor.getText())) {
            takeBack();
            key.consume();
        }
    }
}
