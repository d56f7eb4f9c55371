package distillery.lab.digits;

import distillery.data.Agreed;
import distillery.data.AtomicFile;
import distillery.data.Problem;
import distillery.lab.BackgroundWriter;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.example.ClassLogits;
import distillery.lab.example.Example;
import distillery.lab.example.ExampleKind;
import distillery.lab.train.TrainModel;
import distillery.loss.Softmax;
import distillery.train.ArmName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The Digits screen without its looks: a drawing or a test digit, and what a panel of nets says to it. Nets are asked on a
 * thread of their own, about the newest picture only; nothing is loaded before somebody looks.
 */
@SuppressWarnings("ReferenceEquality") // answers belong to one panel, not to one like it
public final class DigitsModel {
    private final TrainModel train;
    private final Workers workers;
    private final Messages messages;
    private final BackgroundWriter saving;
    private final Newest asking;
    private final Newest averaging;
    private final PanelModel panels;
    private final MissingModel missing;
    private final ObjectProperty<Framing> framing =
            new SimpleObjectProperty<>(this, "framing", DigitsSettings.FIRST.framing());
    private final ObjectProperty<ArmName> student =
            new SimpleObjectProperty<>(this, "student", DigitsSettings.FIRST.student());
    private final IntegerProperty digit = new SimpleIntegerProperty(this, "digit", DigitsSettings.FIRST.digit());
    private final ObjectProperty<DigitsPage> page =
            new SimpleObjectProperty<>(this, "page", DigitsSettings.FIRST.page());

    private final ReadOnlyObjectWrapper<@Nullable Answers> answers = new ReadOnlyObjectWrapper<>(this, "answers");

    private final ReadOnlyObjectWrapper<@Nullable SoftLabelTable> softLabels =
            new ReadOnlyObjectWrapper<>(this, "softLabels");

    private final DrawingModel drawing;
    private final BrowserModel browser;
    private final DigitInsideModel inside;
    private final DigitMapModel map;
    private final LikenessModel likeness;
    private final ConfusionModel confusions;

    /** A screen at rest, whose nets are asked by {@code asker}: one thread. */
    public DigitsModel(TrainModel train, Workers workers, Executor asker, Messages messages) {
        this.train = train;
        this.workers = workers;
        this.messages = messages;
        saving = new BackgroundWriter(workers.files(), workers.window(), messages);
        asking = new Newest(asker);
        averaging = new Newest(asker);
        panels = new PanelModel(train, workers, asker);
        missing = new MissingModel(train, workers, messages);
        missing.watchedProperty().bind(watchedProperty().and(page.isEqualTo(DigitsPage.MISSING)));
        drawing = new DrawingModel(digit, workers, saving, messages);
        drawing.pad().inkedProperty().addListener((property, before, now) -> ask());
        framing.addListener((property, before, now) -> ask());
        digit.addListener((property, before, now) -> ask());
        panelProperty().addListener((property, before, now) -> {
            ask();
            average();
        });
        page.addListener((property, before, now) -> average());
        viewingProperty().addListener((property, before, now) -> average());
        student.addListener((property, before, now) -> missing.ask(now));
        browser = new BrowserModel(panelProperty(), student, viewingProperty(), new Newest(asker), workers.window());
        inside = new DigitInsideModel(this, asker, workers.window());
        map = new DigitMapModel(this, asker, workers.window());
        likeness = new LikenessModel(this, train, asker, workers.window());
        confusions = new ConfusionModel(panelProperty(), train.reading());
    }

    /** What is drawn. */
    public DrawingModel drawing() {
        return drawing;
    }

    /** The digit that the run's students never saw. */
    public MissingModel missing() {
        return missing;
    }

    public ObjectProperty<Framing> framingProperty() {
        return framing;
    }

    public ObjectProperty<NetSource> netsProperty() {
        return panels.sourceProperty();
    }

    /** The files that nets may come from. */
    public NetFilesModel files() {
        return panels.files();
    }

    /** Whose answers are held against the teacher's. */
    public ObjectProperty<ArmName> studentProperty() {
        return student;
    }

    /** The test digit that is shown; -1 for the drawing. */
    public IntegerProperty digitProperty() {
        return digit;
    }

    /** The test digits, looked through. */
    public BrowserModel browser() {
        return browser;
    }

    /** What the nets make of what is shown on the way to their answers. */
    public DigitInsideModel inside() {
        return inside;
    }

    /** How their last hidden layers sort the test digits. */
    public DigitMapModel map() {
        return map;
    }

    /** How alike teacher and student become, epoch by epoch. */
    public LikenessModel likeness() {
        return likeness;
    }

    /** What the nets take the test digits for, and took them for. */
    public ConfusionModel confusions() {
        return confusions;
    }

    public ObjectProperty<DigitsPage> pageProperty() {
        return page;
    }

    /** The temperature at which answers are looked at: the same as on the Train screen. */
    public DoubleProperty viewingProperty() {
        return train.viewingProperty();
    }

    /** Whether somebody looks at the screen. */
    public BooleanProperty watchedProperty() {
        return panels.watchedProperty();
    }

    /** Whether nets are being read or asked about the test digits. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return panels.loadingProperty();
    }

    /** Why there is no panel; null if there is one, or one is coming. */
    public ReadOnlyObjectProperty<@Nullable Problem> troubleProperty() {
        return panels.troubleProperty();
    }

    /** The nets that are asked; null until they are there. */
    public ReadOnlyObjectProperty<@Nullable Panel> panelProperty() {
        return panels.panelProperty();
    }

    /** What they say to what is shown; null until there is a panel. */
    public ReadOnlyObjectProperty<@Nullable Answers> answersProperty() {
        return answers.getReadOnlyProperty();
    }

    /** The mean soft labels of the panel's nets, as long as they are looked at; null before the first look. */
    public ReadOnlyObjectProperty<@Nullable SoftLabelTable> softLabelsProperty() {
        return softLabels.getReadOnlyProperty();
    }

    /** Writes the very pixels that the nets see. */
    public void saveSeen(Agreed file) {
        Answers given = answers.get();
        if (given != null) {
            saving.write(
                    file,
                    PadPicture.content(given.picture(), given.panel().test().height()));
        }
    }

    /** Writes a file while the window goes on, and tells. */
    public void save(Agreed file, AtomicFile.Content content) {
        saving.write(file, content);
    }

    /** What teacher and student say to what is shown, as an example for the other screens; null if they say nothing. */
    public @Nullable Example example() {
        Answers given = answers.get();
        if (given == null || given.isBlank()) {
            return null;
        }
        int other = given.panel().nets().indexOf(given.panel().student(student.get()));
        double[] teacher = given.logits().get(0);
        double[] own = given.logits().get(other);
        List<ClassLogits> classes = new ArrayList<>();
        for (int i = 0; i < teacher.length; i++) {
            classes.add(new ClassLogits(given.panel().test().className(i), teacher[i], own[i]));
        }
        int right = given.label() < 0 ? Softmax.largest(teacher, 0, teacher.length) : given.label();
        return new Example(ExampleKind.OWN, classes, right, 0);
    }

    /** Says that what is shown is an example now. */
    public void tellUsed() {
        messages.say("digits.used");
    }

    public DigitsSettings snapshot() {
        return new DigitsSettings(
                drawing.pad().drawingProperty().get(),
                drawing.kept(),
                framing.get(),
                drawing.brushProperty().get(),
                netsProperty().get(),
                files().filesProperty().get(),
                student.get(),
                digit.get(),
                browser.filterProperty().get(),
                page.get());
    }

    public void restore(DigitsSettings settings) {
        drawing.pad().drawingProperty().set(settings.drawing());
        if (!drawing.kept().equals(settings.kept())) {
            drawing.kept().setAll(settings.kept());
        }
        framing.set(settings.framing());
        drawing.brushProperty().set(settings.brush());
        files().filesProperty().set(settings.files());
        netsProperty().set(settings.nets());
        student.set(settings.student());
        digit.set(settings.digit());
        browser.filterProperty().set(settings.filter());
        page.set(settings.page());
    }

    /** Has the panel asked about what is shown now. */
    private void ask() {
        Panel judges = panelProperty().get();
        if (judges == null) {
            answers.set(null);
            return;
        }
        int shown = digit.get() >= judges.test().count() ? -1 : digit.get();
        float[] picture = new float[judges.test().features()];
        if (shown >= 0) {
            judges.test().copyInto(picture, 0, shown, 0, 0);
        } else {
            picture = framing.get().apply(drawing.pad().image());
        }
        boolean blank = shown < 0 && drawing.pad().image().isBlank();
        float[] seen = picture;
        asking.run(() -> {
            List<double[]> logits = new ArrayList<>();
            for (DigitNet net : blank ? List.<DigitNet>of() : judges.nets()) {
                logits.add(net.net().logits(seen));
            }
            Answers given = new Answers(
                    judges, seen, shown, shown < 0 ? -1 : judges.test().label(shown), logits);
            workers.window().execute(() -> {
                if (judges == panelProperty().get()) {
                    answers.set(given);
                }
            });
        });
    }

    private void average() {
        Panel judges = panelProperty().get();
        if (judges == null) {
            softLabels.set(null);
        } else if (page.get() == DigitsPage.SOFT_LABELS) {
            double temperature = viewingProperty().get();
            averaging.run(() -> {
                SoftLabelTable table = SoftLabelTable.of(judges, temperature);
                workers.window().execute(() -> {
                    if (judges == panelProperty().get()) {
                        softLabels.set(table);
                    }
                });
            });
        }
    }
}
