package distillery.view.train;

import distillery.data.Problem;
import distillery.method.Arrangement;
import distillery.method.Method;
import distillery.method.NetAug;
import distillery.method.Points;
import distillery.method.PseudoData;
import distillery.net.NetSpec;
import distillery.net.Tap;
import distillery.train.TrainSettings;
import distillery.view.Role;
import distillery.view.Texts;
import distillery.view.train.MethodSketch.Box;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws which points of which nets a method compares, from what the method itself says of it. */
final class MethodSketches {
    private static final double COLUMN = 0.32;
    private static final double HEADING = 0.11;
    private static final double TALLEST = 0.1;
    private static final double NET_HEIGHT = 0.2;

    private final TrainSettings settings;
    private final Texts texts;
    private final Method method;
    private final NetSpec student;

    private MethodSketches(TrainSettings settings, Texts texts) {
        this.settings = settings;
        this.texts = texts;
        method = settings.method().method();
        student = settings.student();
    }

    static MethodSketch of(TrainSettings settings, Texts texts) {
        return new MethodSketches(settings, texts).draw();
    }

    private MethodSketch draw() {
        Arrangement arrangement = method.arrangement();
        if (arrangement instanceof Arrangement.Peers peers) {
            return peers(peers.count());
        }
        if (arrangement instanceof Arrangement.Generations generations) {
            return generations(generations.count());
        }
        if (arrangement instanceof Arrangement.Ensemble ensemble) {
            return ensemble(ensemble);
        }
        if (arrangement instanceof Arrangement.Assistant assistant) {
            return inARow(
                    texts.get("train.sketch.assistant", assistant.width()),
                    List.of(
                            net("train.teacher-bar", Role.TEACHER),
                            new Net(texts.get("train.arm.assistant") + " ×" + assistant.width(), Role.HELPER.color()),
                            net("train.sketch.student", Role.DISTILLED)));
        }
        if (arrangement instanceof Arrangement.Tasks) {
            return inARow(
                    texts.get("train.sketch.tasks"),
                    List.of(
                            net("train.sketch.first-half", Role.HELPER),
                            net("train.sketch.second-half", Role.DISTILLED)));
        }
        if (arrangement instanceof Arrangement.TwoTasks) {
            return together(
                    texts.get("train.sketch.two-tasks"),
                    List.of(texts.get("train.sketch.first-task"), texts.get("train.sketch.second-task")));
        }
        if (method instanceof NetAug augmented) {
            MethodSketch sketch = new MethodSketch(
                    List.of(texts.get("train.sketch.augmented", student.toString(), augmented.width())));
            String wide = texts.get("train.sketch.wider") + " ×" + augmented.width();
            sketch.arrow(
                    sketch.box(0.2, 0.5, 0.36, NET_HEIGHT, wide, Role.HELPER.color()),
                    sketch.box(0.8, 0.5, 0.36, NET_HEIGHT, texts.get("train.sketch.student"), Role.DISTILLED.color()),
                    true);
            return sketch;
        }
        return columns();
    }

    /** A whole net as one box. */
    private record Net(String text, String color) {}

    private Net net(String key, Role role) {
        return new Net(texts.get(key), role.color());
    }

    private MethodSketch inARow(String words, List<Net> nets) {
        MethodSketch sketch = new MethodSketch(List.of(words));
        double step = 1.0 / nets.size();
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < nets.size(); i++) {
            Net net = nets.get(i);
            boxes.add(sketch.box((i + 0.5) * step, 0.5, step * 0.72, NET_HEIGHT, net.text, net.color));
        }
        for (int i = 1; i < boxes.size(); i++) {
            sketch.arrow(boxes.get(i - 1), boxes.get(i), false);
        }
        return sketch;
    }

    private MethodSketch generations(int taught) {
        List<Net> nets = new ArrayList<>(List.of(new Net("0", Role.LABELS_ONLY.color())));
        for (int i = 1; i < taught; i++) {
            nets.add(new Net(String.valueOf(i), Role.HELPER.color()));
        }
        nets.add(new Net(String.valueOf(taught), Role.DISTILLED.color()));
        MethodSketch sketch = inARow(texts.get("train.sketch.generations", taught), nets);
        sketch.caption(0.2, 0.72, 0.4, texts.get("train.arm.labelsOnly"), Role.LABELS_ONLY.color());
        sketch.caption(0.8, 0.72, 0.4, texts.get("train.arm.distilled"), Role.DISTILLED.color());
        return sketch;
    }

    private MethodSketch peers(int count) {
        MethodSketch sketch = new MethodSketch(List.of(texts.get("train.sketch.peers", count)));
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double y = count == 2 ? 0.5 : i < 2 ? 0.2 : 0.8;
            double x = count == 3 && i == 2 ? 0.5 : i % 2 == 0 ? 0.2 : 0.8;
            Role role = i == 0 ? Role.DISTILLED : Role.HELPER;
            String name = i == 0
                    ? texts.get("train.arm.distilled")
                    : texts.get("train.arm.numbered", texts.get("train.arm.peer"), i + 1);
            boxes.add(sketch.box(x, y, 0.36, NET_HEIGHT, name, role.color()));
            for (int other = 0; other < i; other++) {
                sketch.arrow(boxes.get(other), boxes.get(i), true);
            }
        }
        return sketch;
    }

    private MethodSketch ensemble(Arrangement.Ensemble ensemble) {
        List<String> members = IntStream.rangeClosed(1, ensemble.members())
                .mapToObj(i -> texts.get("train.arm.numbered", texts.get("train.arm.member"), i))
                .toList();
        return together(texts.get("train.sketch.ensemble", ensemble.members(), ensemble.width()), members);
    }

    /** Several nets that teach the student together. */
    private MethodSketch together(String words, List<String> teachers) {
        MethodSketch sketch = new MethodSketch(List.of(words));
        Box taught = sketch.box(0.8, 0.5, 0.36, NET_HEIGHT, texts.get("train.sketch.student"), Role.DISTILLED.color());
        double step = 1.0 / teachers.size();
        double height = Math.min(NET_HEIGHT, step * 0.7);
        for (int i = 0; i < teachers.size(); i++) {
            Box teacher = sketch.box(0.22, (i + 0.5) * step, 0.4, height, teachers.get(i), Role.HELPER.color());
            sketch.arrow(teacher, taught, false);
        }
        return sketch;
    }

    private MethodSketch columns() {
        List<Points> compared = compared();
        boolean alone = compared.isEmpty() || method.exitCount() > 0;
        MethodSketch sketch = new MethodSketch(new ArrayList<>());
        boolean made = method instanceof PseudoData;
        double floor = made ? 0.84 : 1;
        List<Box> inputs = new ArrayList<>();
        List<Box> learner = column(sketch, student, alone ? 0.3 : 0.8, floor, "train.sketch.student", Role.DISTILLED);
        inputs.add(learner.get(0));
        Box last = learner.get(learner.size() - 1);
        if (compared.isEmpty()) {
            sketch.arrow(
                    sketch.box(0.8, last.y(), COLUMN, TALLEST, texts.get("train.sketch.labels"), Role.HARD.color()),
                    last,
                    false);
            sketch.words().add(texts.get("train.sketch.labels-only", student.toString()));
        } else if (alone) {
            for (int i = 0; i < compared.size(); i++) {
                Tap exit = compared.get(i).student();
                Box place = learner.get(student.layer(exit) + 1);
                sketch.around(last, last.y(), place, i);
                sketch.words().add(texts.get("train.sketch.exit", point(exit)));
            }
        } else {
            inputs.add(compare(sketch, compared, learner, floor));
        }
        if (made) {
            Box more = sketch.box(0.5, 0.94, 0.5, TALLEST, texts.get("train.sketch.made"), Role.HELPER.color());
            inputs.forEach(input -> sketch.arrow(more, input, false));
            sketch.words().add(texts.get("train.sketch.made.words"));
        }
        return sketch;
    }

    private List<Points> compared() {
        try {
            return method.compared(settings.teacher().layers(), student);
        } catch (Problem unfit) {
            throw new IllegalStateException("was checked when the settings were made", unfit);
        }
    }

    /** Draws the teacher and what is compared; the teacher's inputs. */
    private Box compare(MethodSketch sketch, List<Points> compared, List<Box> learner, double floor) {
        NetSpec teacher = settings.teacher().layers();
        List<Box> known = column(sketch, teacher, 0.2, floor, "train.teacher-bar", Role.TEACHER);
        sketch.words().add(texts.get("train.sketch.nets", teacher.toString(), student.toString()));
        for (Points pair : new LinkedHashSet<>(compared)) { // the method's own part may be about the outputs, too
            boolean own = !method.looksInside() || compared.indexOf(pair) + 1 < compared.size();
            Box from = known.get(teacher.layer(pair.teacher()) + 1);
            Box to = learner.get(student.layer(pair.student()) + 1);
            sketch.line(
                    List.of(from.right(), height(from, pair.teacher()), to.left(), height(to, pair.student())),
                    own,
                    false);
            sketch.words().add(texts.get("train.sketch.pair", point(pair.teacher()), point(pair.student())));
        }
        return known.get(0);
    }

    /** A point before the ReLU is where a layer's numbers are made, at its lower edge. */
    private static double height(Box box, Tap tap) {
        return tap.beforeRelu() ? box.y() + box.height() / 2 : box.y();
    }

    /** A net with its inputs at the floor; the boxes from there up. */
    private List<Box> column(MethodSketch sketch, NetSpec net, double x, double floor, String key, Role role) {
        List<String> names = Stream.concat(
                        Stream.of(net.input().toString()), net.layers().stream().map(Object::toString))
                .toList();
        sketch.caption(x, HEADING / 2, 0.4, texts.get(key), role.color());
        double step = (floor - HEADING) / names.size();
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double y = floor - (i + 0.5) * step;
            boxes.add(sketch.box(x, y, COLUMN, Math.min(TALLEST, step * 0.72), names.get(i), role.color()));
        }
        return boxes;
    }

    private String point(Tap tap) {
        String layer = tap.name().replaceAll("[0-9.].*", "").toLowerCase(Locale.ROOT);
        String number = tap.name().replaceAll("[^0-9]", "");
        String name = texts.get("train.point." + layer, number);
        return tap.beforeRelu() ? texts.get("train.point.before", name) : name;
    }
}
