package distillery.train;

import distillery.data.Refusal;
import distillery.net.Layers;
import distillery.train.TeacherSettings.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Settings for other data: everything stays but the data, and where sizes differ the ends of the nets. */
public final class Fit {
    private static final List<Integer> TEACHER_HIDDEN = List.of(400, 400);
    private static final List<Integer> STUDENT_HIDDEN = List.of(128);
    private static final int TEACHER_EPOCHS = 5;

    /** MNIST's pictures and classes. */
    private static final int DIGIT_FEATURES = 784;

    private static final int DIGITS = 10;

    private Fit() {}

    /** These settings on data of this size, which are a user's own. The teacher on board has never seen them. */
    public static TrainSettings own(TrainSettings settings, String data, int features, int classes) {
        TrainSettings base = settings.data().equals(TrainSettings.TOY) ? toMnist(settings) : settings;
        Layers layers = base.teacher().source() == Source.TRAINED
                ? ends(base.teacher().layers(), features, classes, TEACHER_HIDDEN)
                : layers(features, TEACHER_HIDDEN, classes);
        TeacherSettings before = base.teacher();
        TeacherSettings teacher = before.source() == Source.TRAINED
                ? with(before, layers)
                : TeacherSettings.trained(layers, TEACHER_EPOCHS);
        return on(base, data, teacher, ends(base.student(), features, classes, STUDENT_HIDDEN));
    }

    /** These settings on MNIST. */
    public static TrainSettings toMnist(TrainSettings settings) {
        if (settings.data().equals(TrainSettings.TOY)) {
            TrainSettings nets = Preset.FEW_LABELS.settings();
            return on(settings, TrainSettings.MNIST, nets.teacher(), nets.student());
        }
        TrainSettings fitting = nets(settings, DIGIT_FEATURES, DIGITS);
        return on(fitting, TrainSettings.MNIST, fitting.teacher(), fitting.student());
    }

    /** These settings on random points. */
    public static TrainSettings toToy(TrainSettings settings) {
        TrainSettings nets = Preset.TOY.settings();
        return on(settings, TrainSettings.TOY, nets.teacher(), nets.student());
    }

    /** These settings with nets whose ends have this size. A net on board of another size is trained instead. */
    public static TrainSettings nets(TrainSettings settings, int features, int classes) {
        TeacherSettings before = settings.teacher();
        Layers layers = ends(before.layers(), features, classes, TEACHER_HIDDEN);
        TeacherSettings teacher = layers.equals(before.layers())
                ? before
                : before.source() == Source.SHIPPED
                        ? TeacherSettings.trained(layers(features, TEACHER_HIDDEN, classes), TEACHER_EPOCHS)
                        : with(before, layers);
        return on(settings, settings.data(), teacher, ends(settings.student(), features, classes, STUDENT_HIDDEN));
    }

    private static TrainSettings on(TrainSettings settings, String data, TeacherSettings teacher, Layers student) {
        return settings.with(draft -> {
            draft.data = data;
            draft.teacher = teacher;
            draft.student = student;
            draft.omitted = left(settings.omitted(), student.classes());
        });
    }

    /** Omitted classes that there still are; none if that would be all. */
    private static Set<Integer> left(Set<Integer> omitted, int classes) {
        Set<Integer> left = omitted.stream().filter(index -> index < classes).collect(Collectors.toSet());
        return left.size() < classes ? left : Set.of();
    }

    private static TeacherSettings with(TeacherSettings teacher, Layers layers) {
        return new TeacherSettings(
                teacher.source(), layers, teacher.epochs(), teacher.dropout(), teacher.maxNorm(), teacher.jitter());
    }

    /** The same hidden layers, or the usual ones where the net would become too large. */
    private static Layers ends(Layers net, int features, int classes, List<Integer> usual) {
        List<Integer> hidden = net.widths().subList(1, net.widths().size() - 1);
        try {
            return layers(features, hidden, classes);
        } catch (Refusal tooLarge) {
            return layers(features, usual, classes);
        }
    }

    private static Layers layers(int features, List<Integer> hidden, int classes) {
        List<Integer> widths = new ArrayList<>();
        widths.add(features);
        widths.addAll(hidden);
        widths.add(classes);
        return new Layers(widths);
    }
}
