package distillery.bench;

import com.sun.javafx.tk.quantum.QuantumToolkit;
import com.sun.management.OperatingSystemMXBean;
import distillery.App;
import distillery.data.Problem;
import distillery.lab.EngineModel;
import distillery.lab.compare.CompareModel;
import distillery.lab.digits.DigitsModel;
import distillery.lab.explore.ExploreModel;
import distillery.lab.lessons.LessonModel;
import distillery.lab.train.RunState;
import distillery.lab.train.TrainModel;
import distillery.train.MaterialsCache;
import distillery.train.Preset;
import distillery.train.Run;
import distillery.train.StepReport;
import distillery.train.StopCondition;
import distillery.train.ArmName;
import distillery.train.TrainSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Runs inside the program's window and times it; see {@link WindowBench}. */
public final class WindowProbe extends Application {
    /** The part that presses Run as soon as a quick user could; "start" presses it at the first frame. */
    static final String RUN = "run";

    private static final int READ_SECONDS = 3;
    private static final int CHANGES = 400;
    private static final int CURVE_POINTS = Integer.getInteger("points", 100_000);
    private static final double SLICE_SECONDS = 4;
    private static final int SLICES = 9;
    /** After the start, when somebody looks at the runs that were kept. */
    private static final int VISIT_SECONDS = 15;

    private final App app;
    private final TrainModel train;
    private long pressed;
    private final CountDownLatch shown = new CountDownLatch(1);

    /** The program as it starts. */
    public WindowProbe() throws Problem {
        app = new App();
        train = part("train", TrainModel.class);
    }

    @Override
    public void start(Stage stage) {
        String part = getParameters().getRaw().get(0);
        if (part.equals("start")) {
            timeStart();
        }
        if (part.equals(RUN)) {
            timeFirstPoint("start: first curve point after Run, pressed %d s after the first frame, s".formatted(READ_SECONDS));
        }
        app.start(stage);
        Scene scene = stage.getScene();
        painted(scene, () -> {
            if (part.equals("start")) {
                say("start: first frame, s", sinceStart());
                press();
            }
            shown.countDown();
        });
        Thread probe = new Thread(() -> run(part, scene), "probe");
        probe.setDaemon(true);
        probe.start();
    }

    private void run(String part, Scene scene) {
        try {
            shown.await();
            switch (part) {
                case "start" -> {
                    await(() -> train.reading().step() > 0);
                    say("start: first curve point, s", sinceStart());
                }
                case RUN -> {
                    Thread.sleep(READ_SECONDS * 1000L);
                    Platform.runLater(this::press);
                    await(() -> train.reading().step() > 0);
                }
                case "slider" -> timeSlider(scene);
                case "train" -> timeTraining();
                case "experiment" -> timeExperiment();
                case "archive" -> timeArchive();
                case "idle" -> watchIdle();
                case "memory" -> weigh();
                case "digits" -> digits(scene).run();
                case "plane" -> digits(scene).plane();
                default -> throw new IllegalArgumentException("no part is called " + part);
            }
            System.exit(0);
        } catch (Exception failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private DigitsProbe digits(Scene scene) {
        return new DigitsProbe(scene, part("digits", DigitsModel.class), train, part("lesson", LessonModel.class));
    }

    // --- start

    private void timeStart() {
        part("engine", EngineModel.class).stateProperty().addListener((property, before, now) -> {
            say("start: ND4J ready, s", sinceStart());
        });
        timeFirstPoint("start: first curve point after the first frame, s");
    }

    private void press() {
        pressed = System.nanoTime();
        part("lesson", LessonModel.class).screenProperty().set("train");
        train.runOrPause();
    }

    /** From the moment Run is pressed, which also brings the Train screen to the front for the first time. */
    private void timeFirstPoint(String name) {
        AtomicBoolean said = new AtomicBoolean();
        train.reading().beatProperty().addListener((property, before, now) -> {
            if (train.reading().step() > 0 && said.compareAndSet(false, true)) {
                say(name, (System.nanoTime() - pressed) / 1e9);
            }
        });
    }

    /** Since Java was called; what the system says of a process' birth is rounded to seconds. */
    static double sinceStart() {
        return (System.currentTimeMillis() - Long.getLong("born")) / 1e3;
    }

    // --- slider

    /** From the moment a hand moves to the moment the frame is painted; hands do not wait for a frame to begin. */
    private void timeSlider(Scene scene) throws Exception {
        ExploreModel explore = part("explore", ExploreModel.class);
        await(() -> part("engine", EngineModel.class).stateProperty().get().threads() > 0);
        Thread.sleep(3000);
        Random random = new Random(1);
        List<Double> whole = new ArrayList<>();
        List<Double> work = new ArrayList<>();
        for (int i = -CHANGES; i < CHANGES; i++) {
            Thread.sleep(10 + random.nextInt(50));
            double temperature = Math.exp(random.nextDouble() * Math.log(40));
            long moved = System.nanoTime();
            FutureTask<long[]> frame = new FutureTask<>(() -> new long[0]);
            long[] times = new long[2];
            Platform.runLater(() -> {
                explore.temperatureProperty().set(temperature);
                times[0] = System.nanoTime() - moved; // what the change itself took
                prePulse(scene, () -> times[1] = System.nanoTime());
                painted(scene, frame);
            });
            frame.get();
            long end = System.nanoTime();
            if (i >= 0) { // the first half warms up
                whole.add((end - moved) / 1e6);
                work.add((times[0] + end - times[1]) / 1e6);
            }
        }
        percentiles("slider: change to painted frame", whole);
        percentiles("slider: work without the wait for the frame", work);
    }

    // --- train

    private void timeTraining() throws Exception {
        ready();
        TrainSettings settings = onWindow(() -> {
            TrainSettings preset = Preset.of("all-labels").settings();
            train.set(preset);
            train.edit(draft -> draft.epochs = 900);
            return preset;
        });
        onWindow(() -> run(true));
        await(() -> train.reading().step() >= CURVE_POINTS);
        List<Double> frames = new ArrayList<>();
        List<Double> waits = new ArrayList<>();
        AnimationTimer watch = onWindow(() -> watch(frames));
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < end) {
            long posted = System.nanoTime();
            onWindow(() -> true);
            waits.add((System.nanoTime() - posted) / 1e6);
            Thread.sleep(2);
        }
        onWindow(() -> {
            watch.stop();
            return true;
        });
        say("train: points a curve", (double) train.reading().step());
        percentiles("train: between frames", frames);
        percentiles("train: pause of the window's thread", waits);
        onWindow(() -> run(false));
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int i = 0; i < SLICES; i++) {
            without.add(stepsWithoutWindow(settings, SLICE_SECONDS));
            onWindow(() -> run(true));
            Thread.sleep(500);
            with.add(stepsInWindow(SLICE_SECONDS));
            onWindow(() -> run(false));
            Thread.sleep(500);
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < SLICES; i++) {
            ratios.add(with.get(i) / without.get(i)); // neighbours in time, for the machine's speed wavers
        }
        say("train: steps/s that nobody looks at", median(without));
        say("train: steps/s that are shown", median(with));
        say("train: speed shown / not shown", median(ratios));
    }

    private static AnimationTimer watch(List<Double> frames) {
        AnimationTimer timer = new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                long time = System.nanoTime();
                if (last > 0) {
                    frames.add((time - last) / 1e6);
                }
                last = time;
            }
        };
        timer.start();
        return timer;
    }

    private double stepsInWindow(double seconds) throws InterruptedException {
        long first = train.reading().step();
        long start = System.nanoTime();
        Thread.sleep((long) (seconds * 1000));
        return (train.reading().step() - first) / ((System.nanoTime() - start) / 1e9);
    }

    /** The same loop on the same kind of thread, its reports thrown away. */
    private static double stepsWithoutWindow(TrainSettings settings, double seconds) throws InterruptedException {
        AtomicLong steps = new AtomicLong();
        Run run = new Run(settings.with(draft -> draft.epochs = 900), new MaterialsCache(), event -> {
            if (event instanceof StepReport) {
                steps.incrementAndGet();
            }
        });
        Thread trainer = new Thread(run, "trainer without a window");
        trainer.start();
        run.go(new StopCondition.Epochs(900));
        await(() -> steps.get() > 200);
        long first = steps.get();
        long start = System.nanoTime();
        Thread.sleep((long) (seconds * 1000));
        double speed = (steps.get() - first) / ((System.nanoTime() - start) / 1e9);
        run.close();
        trainer.join();
        return speed;
    }

    // --- experiment

    /** A whole experiment of a CNN as somebody at the screen has it, from the press of Run to its end. */
    private void timeExperiment() throws Exception {
        Preset preset = Preset.of("small-cnn");
        ready();
        onWindow(() -> {
            train.set(preset.settings());
            return true;
        });
        await(() -> train.usedProperty().get().equals(preset.settings()));
        ready();
        long start = System.nanoTime();
        onWindow(() -> run(true));
        await(() -> train.reading().stage() == RunState.Stage.FINISHED);
        say("experiment: small-cnn from Run to its end, s", (System.nanoTime() - start) / 1e9);
        say("experiment: students that learned", train.reading().evaluationProperty().get().arms().size());
    }

    // --- archive

    /** The runs in its archive, from the moment the screen is asked for that shows them for the first time. */
    private void timeArchive() throws Exception {
        CompareModel compare = part("compare", CompareModel.class);
        ready();
        Thread.sleep(Integer.getInteger("wait", VISIT_SECONDS) * 1000L);
        long start = System.nanoTime();
        onWindow(() -> {
            part("lesson", LessonModel.class).screenProperty().set("compare");
            return true;
        });
        await(() -> !compare.runs().isEmpty());
        say("archive: the first runs of a thousand, s", (System.nanoTime() - start) / 1e9);
        await(() -> compare.runs().size() == Records.MANY);
        say("archive: all of them, s", (System.nanoTime() - start) / 1e9);
    }

    // --- idle

    private static void watchIdle() throws InterruptedException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Thread.sleep(20_000);
        long worked = system.getProcessCpuTime();
        long start = System.nanoTime();
        Thread.sleep(30_000);
        say(
                "idle: share of a core, %",
                100.0 * (system.getProcessCpuTime() - worked) / (System.nanoTime() - start));
    }

    // --- memory

    private void weigh() throws Exception {
        await(() -> part("engine", EngineModel.class).stateProperty().get().threads() > 0);
        Thread.sleep(10_000);
        say("memory: at start, MB", resident());
        onWindow(() -> {
            train.set(Preset.of("all-labels").settings());
            train.reset();
            return true;
        });
        ready();
        onWindow(() -> run(true));
        double most = 0;
        await(() -> train.reading().step() > 0);
        while (train.reading().stage() != RunState.Stage.FINISHED) {
            most = Math.max(most, resident());
            Thread.sleep(500);
        }
        say("memory: most in a full-data run, MB", most);
        long start = System.nanoTime();
        double minutes = Integer.getInteger("minutes");
        double next = 1;
        while ((System.nanoTime() - start) / 60e9 < minutes) {
            onWindow(() -> {
                train.reset();
                return true;
            });
            ready();
            onWindow(() -> run(true));
            await(() -> train.reading().stage() == RunState.Stage.FINISHED);
            if ((System.nanoTime() - start) / 60e9 >= next) {
                say(String.format("memory: after %.0f minutes of runs, MB", next), resident());
                next = next < 5 ? 5 : next + 5;
            }
        }
        say("memory: at the end, MB", resident());
    }

    private static double resident() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return Double.NaN;
    }

    // --- common

    private boolean run(boolean going) {
        if (train.reading().going() != going) {
            train.runOrPause();
        }
        return going;
    }

    private void ready() throws InterruptedException {
        await(() -> train.reading().readyProperty().get() != null
                && train.reading().evaluationProperty().get() != null
                && train.reading().evaluationProperty().get().arms().containsKey(ArmName.DISTILLED));
    }

    /** Runs something once the next frame is on the screen. */
    static void painted(Scene scene, Runnable then) {
        Runnable[] self = new Runnable[1];
        self[0] = () -> {
            scene.removePostLayoutPulseListener(self[0]);
            // The pulse ends by handing the scene to the painter, who works through one job after the other.
            Platform.runLater(() -> {
                QuantumToolkit.runInRenderThreadAndWait(() -> {});
                then.run();
            });
        };
        scene.addPostLayoutPulseListener(self[0]);
        Platform.requestNextPulse();
    }

    static void prePulse(Scene scene, Runnable then) {
        Runnable[] self = new Runnable[1];
        self[0] = () -> {
            scene.removePreLayoutPulseListener(self[0]);
            then.run();
        };
        scene.addPreLayoutPulseListener(self[0]);
    }

    private <T> T part(String name, Class<T> type) {
        try {
            Field field = App.class.getDeclaredField(name);
            field.setAccessible(true);
            return type.cast(field.get(app));
        } catch (ReflectiveOperationException moved) {
            throw new IllegalStateException(moved);
        }
    }

    static <T> T onWindow(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        Platform.runLater(future);
        return future.get();
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    static void percentiles(String what, List<Double> values) {
        double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        for (int percent : new int[] {50, 95, 99}) {
            say(what + ", p" + percent + ", ms", sorted[(sorted.length - 1) * percent / 100]);
        }
        say(what + ", longest, ms", sorted[sorted.length - 1]);
    }

    private static double median(List<Double> values) {
        return Spread.of(values.stream().mapToDouble(v -> v).toArray()).median();
    }

    static void say(String what, double value) {
        System.out.println(what + " = " + value);
        System.out.flush();
    }
}
