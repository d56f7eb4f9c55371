package distillery.train;

import distillery.data.PlaneSettings;
import distillery.data.Refusal;
import distillery.data.Shape;
import distillery.net.NetSpec;
import distillery.train.TeacherSettings.Source;
import java.util.Set;
import java.util.stream.Collectors;

/** Settings for other data: everything stays but the data, where sizes differ the ends of the nets, and a method that cannot work on these. */
public final class Fit {
    private static final NetSpec USUAL_TEACHER = NetSpec.dense(784, 400, 400, 10);
    private static final NetSpec USUAL_STUDENT = NetSpec.dense(784, 128, 10);
    private static final int TEACHER_EPOCHS = 5;

    /** MNIST's pictures and classes. */
    private static final int DIGITS = 10;

    private Fit() {}

    /** These settings on data of this size, which are a user's own. The included teachers have never seen them. */
    public static TrainSettings own(TrainSettings settings, String place, Shape data, int classes) {
        TrainSettings base = DataChoice.of(settings.data()).arePoints() ? toMnist(settings) : settings;
        NetSpec layers = base.teacher().source() == Source.TRAINED
                ? ends(base.teacher().layers(), data, classes, USUAL_TEACHER)
                : USUAL_TEACHER.between(data, classes);
        TeacherSettings before = base.teacher();
        TeacherSettings teacher = before.source() == Source.TRAINED
                ? before.with(layers)
                : TeacherSettings.trained(layers, TEACHER_EPOCHS);
        return on(base, place, teacher, ends(base.student(), data, classes, USUAL_STUDENT));
    }

    /** These settings on MNIST. */
    public static TrainSettings toMnist(TrainSettings settings) {
        if (DataChoice.of(settings.data()).arePoints()) {
            TrainSettings nets = Preset.FEW_LABELS.settings();
            return on(settings, TrainSettings.MNIST, nets.teacher(), nets.student());
        }
        TrainSettings fitting = nets(settings, Shape.DIGIT, DIGITS);
        return on(fitting, TrainSettings.MNIST, fitting.teacher(), fitting.student());
    }

    /** These settings on random points. */
    public static TrainSettings toToy(TrainSettings settings) {
        TrainSettings nets = Preset.TOY.settings();
        return on(settings, TrainSettings.TOY, nets.teacher(), nets.student());
    }

    /**
     * These settings on points in the plane. From there only the ends of the nets change; from other data come nets and the few
     * points of the preset, for thousands would leave nothing to be seen.
     */
    public static TrainSettings toPlane(TrainSettings settings, PlaneSettings plane) {
        TrainSettings preset = Preset.PLANE.settings();
        boolean there = DataChoice.of(settings.data()).isPlane();
        TrainSettings nets = nets(there ? settings : preset, Shape.flat(2), plane.classes());
        TrainSettings moved = on(settings, plane.toString(), nets.teacher(), nets.student());
        return there ? moved : moved.with(draft -> draft.images = preset.images());
    }

    /** These settings with nets whose ends have this size. An included teacher of another size gives way to one that is trained, and so does one from a file. */
    public static TrainSettings nets(TrainSettings settings, Shape data, int classes) {
        TeacherSettings before = settings.teacher();
        NetSpec layers = ends(before.layers(), data, classes, USUAL_TEACHER);
        TeacherSettings teacher = layers.equals(before.layers())
                ? before
                : before.source() == Source.SHIPPED || before.source() == Source.FILE
                        ? TeacherSettings.trained(USUAL_TEACHER.between(data, classes), TEACHER_EPOCHS)
                        : before.with(layers);
        return on(settings, settings.data(), teacher, ends(settings.student(), data, classes, USUAL_STUDENT));
    }

    private static TrainSettings on(TrainSettings settings, String data, TeacherSettings teacher, NetSpec student) {
        return settings.with(draft -> {
            draft.data = data;
            draft.teacher = teacher;
            draft.student = student;
            draft.method = settings.method().fitting(teacher.layers(), student);
            draft.omitted = left(settings.omitted(), student.classes());
        });
    }

    /** Omitted classes that there still are; none if that would be all. */
    private static Set<Integer> left(Set<Integer> omitted, int classes) {
        Set<Integer> left = omitted.stream().filter(index -> index < classes).collect(Collectors.toSet());
        return left.size() < classes ? left : Set.of();
    }

    /** The same hidden layers, or the usual ones where the net would become too large or the pictures do not fit it. */
    private static NetSpec ends(NetSpec net, Shape data, int classes, NetSpec usual) {
        try {
            return net.between(data, classes);
        } catch (Refusal unfit) {
            return usual.between(data, classes);
        }
    }

    /** Whether both nets can learn from data of this shape. */
    public static boolean fits(TrainSettings settings, Shape data, int classes) {
        return settings.student().takes(data)
                && settings.teacher().layers().takes(data)
                && settings.student().classes() == classes;
    }
}
