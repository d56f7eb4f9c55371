package distillery.lesson;

import distillery.data.Problem;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.scilab.forge.jlatexmath.Box;
import org.scilab.forge.jlatexmath.JMathTeXException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/** Sets formulas, and says what is wrong with those that cannot be set. */
public final class Latex {
    /** No card has room for more, in em. */
    private static final double WIDEST = 500;

    private static final double HIGHEST = 100;

    /** Room for formulas that are nested as deep as the rules allow. */
    private static final long STACK = 8 << 20;

    private static final Map<String, SoftReference<Outline>> KNOWN = new ConcurrentHashMap<>();

    /**
     * The typesetter keeps state of its own, so only one formula is set at a time. A thread that never returns keeps
     * this lock for ever; the others then use a new one.
     */
    private static volatile ReentrantLock turn = new ReentrantLock();

    private Latex() {}

    /** Loads what AWT needs to draw letters, all its libraries; the typesetter itself is loaded with the first formula. */
    public static void loadLibraries() {
        try {
            FontRenderContext paper = new FontRenderContext(null, true, true);
            Font font = new Font(Font.SERIF, Font.PLAIN, 1);
            font.layoutGlyphVector(paper, new char[] {'x'}, 0, 1, Font.LAYOUT_LEFT_TO_RIGHT)
                    .getOutline();
        } catch (RuntimeException | InternalError noFonts) {
            // a system without any font: the typesetter brings its own
        }
    }

    /** Loads the typesetter, if it is not yet. */
    static void load() {
        try {
            outline(
                    "\\frac{\\hat{x}_i^2}{\\sqrt{y}} \\sum_{j=1}^{n} \\left(\\text{if}\\begin{cases}a & b\\end{cases}\\right)");
        } catch (Problem closing) {
            // the caller waits for it no longer
        }
    }

    /** What is wrong with a formula that nobody has looked at yet; empty if nothing is. */
    static Optional<Problem> complaint(String latex) {
        return complaint(() -> outline(latex), TimeUnit.SECONDS.toNanos(3));
    }

    /**
     * What is wrong with setting something within a time. The typesetter cannot be stopped, so it works in a thread of
     * its own: one that is late is abandoned with its lock, and blocks no other.
     */
    static Optional<Problem> complaint(Callable<Outline> setting, long nanos) {
        FutureTask<Outline> task = new FutureTask<>(setting);
        try {
            load(); // is no formula's fault
            Thread thread = new Thread(null, task, "formula", STACK);
            thread.setDaemon(true);
            thread.start();
            task.get(nanos, TimeUnit.NANOSECONDS);
            return Optional.empty();
        } catch (TimeoutException late) {
            task.cancel(true); // before the new lock is there, or the late one might take that as well
            turn = new ReentrantLock();
            return Optional.of(new Problem("latex.slow"));
        } catch (ExecutionException failed) {
            return Optional.of(failed.getCause() instanceof Problem problem ? problem : new Problem("latex.broken"));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Optional.of(new Problem("latex.slow"));
        }
    }

    /**
     * A formula in display style. One that was set before is remembered.
     *
     * @throws Problem with what is wrong, if it cannot be set
     */
    public static Outline outline(String latex) throws Problem {
        SoftReference<Outline> kept = KNOWN.get(latex);
        Outline before = kept == null ? null : kept.get();
        if (before != null) {
            return before;
        }
        KNOWN.values().removeIf(each -> each.refersTo(null));
        Outline drawn = alone(() -> drawn(latex));
        KNOWN.put(latex, new SoftReference<>(drawn));
        return drawn;
    }

    /** Something that sets a formula. */
    interface Setting {
        Outline set() throws Problem;
    }

    /** Sets a formula while nobody else does. */
    static Outline alone(Setting setting) throws Problem {
        ReentrantLock mine = locked();
        try {
            return setting.set();
        } catch (JMathTeXException notLatex) {
            Problem reason = LatexReason.of(String.valueOf(notLatex.getMessage()));
            throw new Problem(notLatex, reason.key(), reason.arguments().toArray());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError notLatex) {
            // Not only the typesetter's own exceptions: a letter too few is also an index out of bounds.
            throw new Problem(notLatex, "latex.broken");
        } finally {
            mine.unlock();
        }
    }

    private static ReentrantLock locked() throws Problem {
        while (true) {
            ReentrantLock mine = turn;
            if (Thread.currentThread().isInterrupted()) {
                throw new Problem("latex.slow"); // the caller waits for it no longer
            }
            if (mine.tryLock()) {
                return mine;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static Outline drawn(String latex) throws Problem {
        TeXFormula.get("ln"); // loads all commands, or none would be known to the rules
        LatexRules.check(latex);
        Box box = new TeXFormula(latex)
                .createTeXIcon(TeXConstants.STYLE_DISPLAY, 1)
                .getBox();
        double height = (double) box.getHeight() + box.getDepth();
        if (!(Math.abs(box.getWidth()) <= WIDEST) || !(Math.abs(height) <= HIGHEST)) {
            throw new Problem("latex.size");
        }
        OutlineGraphics paper = new OutlineGraphics();
        paper.scale(Outline.EM, Outline.EM);
        box.draw(paper, 0, 0);
        return new Outline(paper.svg(), box.getWidth(), box.getHeight(), box.getDepth());
    }
}
