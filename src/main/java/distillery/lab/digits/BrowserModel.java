package distillery.lab.digits;

import distillery.train.ArmName;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableObjectValue;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The test digits, looked through by what the nets of the panel say to them. */
@SuppressWarnings("ReferenceEquality") // what was found belongs to one panel, not to one like it
public final class BrowserModel {
    private final ObservableValue<@Nullable Panel> panel;
    private final ObservableObjectValue<ArmName> student;
    private final ObservableValue<Number> viewing;
    private final Newest searching;
    private final Executor window;
    private final ObjectProperty<DigitFilter> filter =
            new SimpleObjectProperty<>(this, "filter", DigitsSettings.FIRST.filter());
    private final ObjectProperty<MarkedDigits> marked = new SimpleObjectProperty<>(this, "marked", MarkedDigits.NONE);
    private final ReadOnlyObjectWrapper<List<Integer>> found = new ReadOnlyObjectWrapper<>(this, "found", List.of());

    BrowserModel(
            ObservableValue<@Nullable Panel> panel,
            ObservableObjectValue<ArmName> student,
            ObservableValue<Number> viewing,
            Newest searching,
            Executor window) {
        this.panel = panel;
        this.student = student;
        this.viewing = viewing;
        this.searching = searching;
        this.window = window;
        panel.addListener((property, before, now) -> search());
        filter.addListener((property, before, now) -> search());
        marked.addListener((property, before, now) -> search());
        student.addListener((property, before, now) -> search());
        viewing.addListener((property, before, now) -> {
            if (filter.get().order() != DigitFilter.Order.NUMBER) {
                search();
            }
        });
    }

    public ObjectProperty<DigitFilter> filterProperty() {
        return filter;
    }

    /** The only test digits that are looked through. */
    public ObjectProperty<MarkedDigits> markedProperty() {
        return marked;
    }

    /** The test digits that are let through, in the order of the filter. */
    public ReadOnlyObjectProperty<List<Integer>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Looks through these alone, all of them or as a filter has it. */
    public void look(MarkedDigits only, DigitFilter wanted) {
        marked.set(only);
        filter.set(wanted);
    }

    private void search() {
        Panel judges = panel.getValue();
        if (judges == null) {
            found.set(List.of());
            return;
        }
        DigitFilter wanted = filter.get();
        MarkedDigits only = marked.get();
        ArmName arm = student.get();
        double temperature = viewing.getValue().doubleValue();
        searching.run(() -> {
            int[] through = wanted.apply(judges, arm, temperature);
            List<Integer> list =
                    Arrays.stream(through).filter(only::lets).boxed().toList();
            window.execute(() -> {
                if (judges == panel.getValue()) {
                    found.set(list);
                }
            });
        });
    }
}
