package distillery.bench;

import distillery.lab.digits.Answers;
import distillery.lab.digits.DigitNet;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.DigitsPage;
import distillery.lab.digits.NetSource;
import distillery.lab.lessons.LessonModel;
import distillery.lab.train.RunState;
import distillery.lab.train.TrainModel;
import distillery.train.Preset;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.scene.control.skin.VirtualFlow;

/** Digits by the clock: how soon bars follow the pen, and how smooth digits, matrices and the plane move. */
record DigitsProbe(Scene scene, DigitsModel digits, TrainModel train, LessonModel lesson) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int POINTS = 300;
    private static final int FRAMES = 400;
    private static final double ROW = 60;

    void run() throws Exception {
        WindowProbe.onWindow(() -> {
            lesson.screenProperty().set("digits");
            return true;
        });
        for (NetSource source : List.of(NetSource.DENSE, NetSource.CONVOLUTIONAL)) {
            WindowProbe.onWindow(() -> {
                digits.netsProperty().set(source);
                return true;
            });
            WindowProbe.await(() -> digits.answersProperty().get() != null);
            timeStrokes(source.id());
        }
        scroll();
        WindowProbe.onWindow(() -> {
            digits.pageProperty().set(DigitsPage.SOFT_LABELS);
            return true;
        });
        WindowProbe.await(() -> digits.softLabelsProperty().get() != null);
        frames("digits: matrices under a moving temperature", this::warm);
    }

    private void warm(int frame) {
        digits.viewingProperty().set(1 + 10 * (1 + Math.sin(frame / 20.0)));
    }

    /** The work from a point of a stroke to its painted bars: what waits for a frame or a turn is not counted. */
    private void timeStrokes(String nets) throws Exception {
        List<Double> work = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int i = -POINTS; i < POINTS; i++) {
            double x = 0.5 + 0.3 * Math.cos(i / 9.0);
            double y = 0.5 + 0.3 * Math.sin(i / 7.0);
            boolean first = i % 100 == 0;
            long began = System.nanoTime();
            double drawn = drawn(first, x, y);
            Answers answers = digits.answersProperty().get();
            double painted = painted();
            double all = (System.nanoTime() - began) / 1e6;
            double asked = asked(answers);
            if (i >= 0) { // the first half warms up
                work.add(drawn + asked + painted);
                whole.add(all);
            }
            Thread.sleep(5);
        }
        WindowProbe.percentiles("digits: work from stroke to bars, " + nets, work);
        WindowProbe.percentiles("digits: stroke to painted bars, " + nets, whole);
    }

    /** Draws a point and waits for its answers; how long the drawing itself took. */
    private double drawn(boolean first, double x, double y) throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        InvalidationListener told = change -> answered.countDown();
        double took = WindowProbe.onWindow(() -> {
            digits.answersProperty().addListener(told);
            long start = System.nanoTime();
            if (first) {
                digits.drawing().penUp();
                digits.drawing().clear();
                digits.drawing().penDown(false, x, y);
            } else {
                digits.drawing().pad().penTo(x, y);
            }
            return (System.nanoTime() - start) / 1e6;
        });
        answered.await(2, TimeUnit.SECONDS);
        WindowProbe.onWindow(() -> {
            digits.answersProperty().removeListener(told);
            return true;
        });
        return took;
    }

    /** From the beginning of the next frame to its end. */
    private double painted() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        long[] times = new long[2];
        WindowProbe.onWindow(() -> {
            WindowProbe.prePulse(scene, () -> times[0] = System.nanoTime());
            WindowProbe.painted(scene, () -> {
                times[1] = System.nanoTime();
                done.countDown();
            });
            return true;
        });
        done.await();
        return (times[1] - times[0]) / 1e6;
    }

    /** What asking all nets takes, while nobody else asks. */
    private static double asked(Answers answers) {
        long start = System.nanoTime();
        for (DigitNet net : answers.panel().nets()) {
            net.net().logits(answers.picture());
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private void scroll() throws Exception {
        VirtualFlow<?> flow = WindowProbe.onWindow(() -> {
            digits.pageProperty().set(DigitsPage.BROWSER);
            return (VirtualFlow<?>) scene.lookup("#digits-grid .virtual-flow");
        });
        WindowProbe.await(() -> digits.browser().foundProperty().get().size() > 1_000);
        frames("digits: scrolling", frame -> flow.scrollPixels(frame % 200 < 150 ? ROW : -ROW));
    }

    /** The plane of Train, while nets learn. */
    void plane() throws Exception {
        WindowProbe.onWindow(() -> {
            lesson.screenProperty().set("train");
            train.set(Preset.of("plane").settings());
            train.edit(draft -> draft.epochs = 100_000);
            return true;
        });
        WindowProbe.await(() -> train.reading().readyProperty().get() != null);
        WindowProbe.onWindow(() -> {
            train.runOrPause();
            return true;
        });
        WindowProbe.await(() -> train.reading().stage() == RunState.Stage.RUNNING);
        frames("plane: while nets learn", frame -> {});
        frames("plane: under a moving temperature, while nets learn", this::warm);
    }

    private static long thread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .mapToLong(Thread::getId)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Does something each frame; says how far apart frames are, what window and painter work for one, waiting for a
     * processor apart, and how long the window's thread was away for others.
     */
    private static void frames(String what, IntConsumer each) throws Exception {
        List<Double> frames = new ArrayList<>();
        List<Double> work = new ArrayList<>();
        List<Double> painting = new ArrayList<>();
        long window = thread("JavaFX Application Thread");
        long painter = thread("QuantumRenderer-0");
        CountDownLatch done = new CountDownLatch(1);
        AnimationTimer timer = new AnimationTimer() {
            private int frame = -FRAMES / 4;
            private long last;
            private long lastWork;
            private long lastPainting;

            @Override
            public void handle(long now) {
                long time = System.nanoTime();
                long worked = THREADS.getThreadCpuTime(window);
                long painted = THREADS.getThreadCpuTime(painter);
                if (frame > 0) {
                    frames.add((time - last) / 1e6);
                    work.add((worked - lastWork) / 1e6);
                    painting.add((painted - lastPainting) / 1e6);
                }
                last = time;
                lastWork = worked;
                lastPainting = painted;
                each.accept(Math.abs(frame));
                if (++frame > FRAMES) {
                    stop();
                    done.countDown();
                }
            }
        };
        WindowProbe.onWindow(() -> {
            timer.start();
            return true;
        });
        List<Double> waits = new ArrayList<>();
        while (!done.await(2, TimeUnit.MILLISECONDS)) {
            long posted = System.nanoTime();
            WindowProbe.onWindow(() -> true);
            waits.add((System.nanoTime() - posted) / 1e6);
        }
        WindowProbe.percentiles(what + ", between frames", frames);
        WindowProbe.percentiles(what + ", work of the window's thread for a frame", work);
        WindowProbe.percentiles(what + ", work of the painter for a frame", painting);
        WindowProbe.percentiles(what + ", pause of the window's thread", waits.subList(waits.size() / 5, waits.size()));
    }
}
