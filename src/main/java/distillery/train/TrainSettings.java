package distillery.train;

import distillery.data.PlaneSettings;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.method.Arrangement;
import distillery.method.Hint;
import distillery.method.MethodSettings;
import distillery.method.MultiTask;
import distillery.method.PseudoData;
import distillery.method.TeacherSlope;
import distillery.net.Initialisation;
import distillery.net.NetSpec;
import distillery.net.Optimiser;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A whole experiment: a teacher, its soft labels, and the students of the {@linkplain Cast#classic classic cast}. The same settings and seed give the same curves, bit
 * for bit, on the same machine.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param data {@code mnist}, {@code toy}, {@code plane:…}, or the folder of a user's own IDX files: see {@link DataChoice}
 * @param images how many labelled training images the students get
 * @param omitted classes the students never see
 * @param jitter how far the students' digits are moved, in pixels; above zero the teacher is asked anew each batch
 * @param smoothing how much of a label the control spreads over all classes
 * @param live where the sliders stand at the start
 * @param evaluatedOn which digits show how the students do
 */
public record TrainSettings(
        String data,
        TeacherSettings teacher,
        NetSpec student,
        Initialisation initialisation,
        Optimiser optimiser,
        MethodSettings method,
        int images,
        Set<Integer> omitted,
        int jitter,
        double smoothing,
        int epochs,
        LiveSettings live,
        EvaluationSet evaluatedOn,
        long seed) {
    public static final String MNIST = "mnist";
    public static final String TOY = "toy";
    public static final int MOST_EPOCHS = 100_000;
    static final int MOST_JITTER = 8;

    public TrainSettings {
        Required.nonNull(data, "data");
        Required.nonNull(teacher, "teacher");
        Required.nonNull(student, "student");
        Required.nonNull(initialisation, "initialisation");
        Required.nonNull(optimiser, "optimiser");
        Required.nonNull(method, "method");
        Required.nonNull(live, "live");
        Required.nonNull(evaluatedOn, "evaluatedOn");
        omitted = Set.copyOf(Required.nonNull(omitted, "omitted"));
        Refusal.unless(!data.isBlank(), "data", "refused.data");
        if (PlaneSettings.isPlane(data)) {
            data = PlaneSettings.parse(data).toString();
        }
        Refusal.unless(images >= 1, "images", "refused.least", 1, String.valueOf(images));
        Refusal.unless(
                omitted.stream().allMatch(digit -> digit >= 0 && digit < student.classes()),
                "omitted",
                "refused.omitted",
                student.classes() - 1,
                new TreeSet<>(omitted).toString());
        Refusal.unless(omitted.size() < student.classes(), "omitted", "refused.all-omitted");
        Refusal.unlessBetween(0, MOST_JITTER, "jitter", jitter);
        Refusal.unlessShare("smoothing", smoothing);
        Refusal.unlessBetween(1, MOST_EPOCHS, "epochs", epochs);
        Refusal.unless(
                student.agrees(teacher.layers()),
                "student",
                "refused.ends",
                student.toString(),
                teacher.layers().toString());
        if (method.method() instanceof Hint hint) {
            Refusal.unless(
                    hint.epochsAlone() < epochs,
                    Hint.EPOCHS,
                    "refused.hint-epochs",
                    String.valueOf(epochs),
                    String.valueOf(hint.epochsAlone()));
        }
        boolean tasks = method.method().arrangement() instanceof Arrangement.Tasks;
        Refusal.unless(!tasks || omitted.isEmpty(), "omitted", "refused.omitted-tasks");
        boolean points = DataChoice.of(data).arePoints();
        if (points
                && method.method() instanceof MultiTask both
                && both.task().needsPictures()) {
            throw new Refusal("method", new Problem("method.slant"));
        }
        if (points
                && method.method() instanceof PseudoData pseudo
                && pseudo.recipe().needsPictures()) {
            throw new Refusal("method", new Problem(PseudoSamples.PICTURES));
        }
        try {
            method.method().requireFit(teacher.layers(), student);
        } catch (Problem unfit) {
            throw new Refusal("method", unfit);
        }
    }

    public TrainSettings withTeacher(TeacherSettings other) {
        return with(draft -> draft.teacher = other);
    }

    public TrainSettings withSeed(long other) {
        return with(draft -> draft.seed = other);
    }

    /** The same but for what {@code change} does to the draft. */
    public TrainSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** Whether a run of the other settings could go on under these: they differ at most in what may change on the way. */
    public boolean canFollow(TrainSettings other) {
        return equals(other.with(draft -> {
            draft.live = live;
            draft.epochs = epochs;
        }));
    }

    /** Whether the loss moves the teacher, too: a mistake that only some methods can make. */
    public boolean teacherMoves() {
        return live.teacherUnfrozen() && TeacherSlope.exists(method.method());
    }

    /** Settings on the way from one whole to another; the parts are checked when they are put together. */
    public static final class Draft {
        public String data;
        public TeacherSettings teacher;
        public NetSpec student;
        public Initialisation initialisation;
        public Optimiser optimiser;
        public MethodSettings method;
        public int images;
        public Set<Integer> omitted;
        public int jitter;
        public double smoothing;
        public int epochs;
        public LiveSettings live;
        public EvaluationSet evaluatedOn;
        public long seed;

        private Draft(TrainSettings from) {
            data = from.data;
            teacher = from.teacher;
            student = from.student;
            initialisation = from.initialisation;
            optimiser = from.optimiser;
            method = from.method;
            images = from.images;
            omitted = from.omitted;
            jitter = from.jitter;
            smoothing = from.smoothing;
            epochs = from.epochs;
            live = from.live;
            evaluatedOn = from.evaluatedOn;
            seed = from.seed;
        }

        private TrainSettings settings() {
            return new TrainSettings(
                    data,
                    teacher,
                    student,
                    initialisation,
                    optimiser,
                    method,
                    images,
                    omitted,
                    jitter,
                    smoothing,
                    epochs,
                    live,
                    evaluatedOn,
                    seed);
        }
    }
}
