package distillery.train.sweep;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.loss.AlphaConvention;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodParameter;
import distillery.method.MethodSettings;
import distillery.net.Initialisation;
import distillery.net.LayerSpec;
import distillery.net.NetSpec;
import distillery.net.Optimiser;
import distillery.train.LiveSettings;
import distillery.train.TeacherSettings;
import distillery.train.TrainSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A setting that a sweep can vary, by the name of its option on the command line.
 *
 * @param isNumber whether its values have an order, so that those between others can wait
 */
public record GridSetting(String name, boolean isNumber, Reading reading, Change change) {
    /** The seeds of the students: what a cell of a map is a mean over. */
    public static final String SEED = "seed";

    private static final Map<String, GridSetting> ALL = new LinkedHashMap<>();

    /** Makes of what was typed the one way in which a value is written. */
    interface Reading {
        String read(String typed) throws Problem;
    }

    /** Puts a value, as it is written, into settings. */
    interface Change {
        void in(TrainSettings.Draft draft, String value);
    }

    static {
        knob("temperature", (knobs, t) -> new LiveHyperparameters(t, knobs.softWeight(), knobs.hardWeight()));
        knob("alpha", GridSetting::withAlpha);
        knob("soft-weight", (knobs, w) -> new LiveHyperparameters(knobs.temperature(), w, knobs.hardWeight()));
        knob("hard-weight", (knobs, w) -> new LiveHyperparameters(knobs.temperature(), knobs.softWeight(), w));
        live("learning-rate", (live, rate) -> live.withLearningRate(rate));
        live("batch", (live, size) -> live.withBatchSize(whole(size)));
        number("images", (draft, count) -> draft.images = whole(count));
        number("width", (draft, units) -> draft.student = withWidth(draft.student, whole(units)));
        number("epochs", (draft, epochs) -> draft.epochs = whole(epochs));
        number("jitter", (draft, pixels) -> draft.jitter = whole(pixels));
        number("smoothing", (draft, share) -> draft.smoothing = share);
        number("teacher-epochs", GridSetting::withTeacherEpochs);
        add(new GridSetting(SEED, true, GridSetting::seed, (draft, seed) -> draft.seed = Long.parseLong(seed)));
        words("student", typed -> NetSpec.read(typed).toString(), (draft, net) -> draft.student = NetSpec.parse(net));
        words("method", typed -> typed, (draft, kind) -> draft.method = MethodSettings.of(MethodKind.of(kind)));
        words("optimiser", typed -> typed, (draft, kind) -> draft.optimiser = Optimiser.parse(kind));
        words("initialisation", typed -> typed, (draft, kind) -> draft.initialisation = Initialisation.parse(kind));
        for (MethodKind kind : MethodKind.values()) {
            kind.parameters().forEach(GridSetting::ofMethod);
        }
    }

    private interface KnobChange {
        LiveHyperparameters of(LiveHyperparameters knobs, double value);
    }

    private interface LiveChange {
        LiveSettings of(LiveSettings live, double value);
    }

    private interface NumberChange {
        void in(TrainSettings.Draft draft, double value);
    }

    /** All that there are, by their names. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The setting of this name; {@code labels} is another word for {@code images}. */
    public static GridSetting of(String name) throws Problem {
        String spelled = name.strip().replaceFirst("^-+", "");
        GridSetting found = ALL.get(spelled.equals("labels") ? "images" : spelled);
        if (found == null) {
            throw new Problem("sweep.axis", NumberRange.quoted(name), String.join(", ", ALL.keySet()));
        }
        return found;
    }

    private static void add(GridSetting setting) {
        ALL.put(setting.name(), setting);
    }

    private static void number(String name, NumberChange change) {
        add(new GridSetting(
                name, true, GridSetting::number, (draft, value) -> change.in(draft, Double.parseDouble(value))));
    }

    private static void live(String name, LiveChange change) {
        number(name, (draft, value) -> draft.live = change.of(draft.live, value));
    }

    private static void knob(String name, KnobChange change) {
        live(name, (live, value) -> live.withKnobs(change.of(live.knobs(), value)));
    }

    private static void words(String name, Reading reading, Change change) {
        add(new GridSetting(name, false, reading, change));
    }

    private static void ofMethod(MethodParameter parameter) {
        Change change = (draft, value) -> {
            Refusal.unless(
                    draft.method.has(parameter.id()),
                    parameter.id(),
                    "refused.parameter-of",
                    draft.method.kind().id(),
                    parameter.option());
            double number = parameter.isChoice() ? parameter.choices().indexOf(value) : Double.parseDouble(value);
            draft.method = draft.method.with(parameter.id(), number);
        };
        Reading reading = parameter.isChoice() ? typed -> choice(parameter, typed) : GridSetting::number;
        add(new GridSetting(parameter.option(), !parameter.isChoice(), reading, change));
    }

    private static String choice(MethodParameter parameter, String typed) {
        Refusal.unless(
                parameter.choices().contains(typed),
                parameter.option(),
                "refused.choice",
                String.join(", ", parameter.choices()),
                NumberRange.quoted(typed));
        return typed;
    }

    private static String number(String typed) throws Problem {
        return NumberRange.words(NumberRange.ANY.read(typed));
    }

    /** A seed has more digits than a double tells apart. */
    private static String seed(String typed) throws Problem {
        try {
            return String.valueOf(new BigDecimal(typed.strip()).longValueExact());
        } catch (ArithmeticException | NumberFormatException unfit) {
            throw new Problem("sweep.seed", NumberRange.quoted(typed));
        }
    }

    private static int whole(double value) {
        Refusal.unless(value == Math.rint(value) && Math.abs(value) < 1e9, "value", "refused.broken", text(value));
        return (int) value;
    }

    private static String text(double value) {
        return NumberRange.readable(value);
    }

    private static LiveHyperparameters withAlpha(LiveHyperparameters knobs, double alpha) {
        Refusal.unlessBetween(0, 1, "alpha", alpha);
        AlphaConvention soft = AlphaConvention.ALPHA_ON_SOFT;
        return new LiveHyperparameters(knobs.temperature(), soft.softWeight(alpha), soft.hardWeight(alpha));
    }

    /** The same net with so many units in every hidden dense layer. */
    private static NetSpec withWidth(NetSpec net, int units) {
        List<LayerSpec> layers = new ArrayList<>(net.layers());
        long hidden = layers.stream().filter(LayerSpec.Dense.class::isInstance).count() - 1;
        Refusal.unless(hidden > 0, "width", "refused.width", net.toString());
        layers.replaceAll(layer -> layer instanceof LayerSpec.Dense ? new LayerSpec.Dense(units) : layer);
        layers.set(layers.size() - 1, net.layers().get(layers.size() - 1));
        return new NetSpec(net.input(), layers);
    }

    private static void withTeacherEpochs(TrainSettings.Draft draft, double epochs) {
        TeacherSettings teacher = draft.teacher;
        Refusal.unless(teacher.source() == TeacherSettings.Source.TRAINED, "teacher-epochs", "refused.teacher-epochs");
        draft.teacher = new TeacherSettings(
                teacher.source(),
                teacher.layers(),
                whole(epochs),
                teacher.dropout(),
                teacher.maxNorm(),
                teacher.jitter());
    }
}
