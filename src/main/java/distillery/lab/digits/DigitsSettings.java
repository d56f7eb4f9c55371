package distillery.lab.digits;

import distillery.data.Refusal;
import distillery.data.Required;
import distillery.train.ArmName;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everything a user can set on the Digits screen; what undo, files and lessons keep of it. The viewing temperature is the
 * Train screen's.
 *
 * @param brush width of the pen, as a share of the pad's side
 * @param digit the test digit that is shown; -1 for the drawing
 * @param student whose answers are held against the teacher's
 */
public record DigitsSettings(
        PadDrawing drawing,
        List<KeptDrawing> kept,
        Framing framing,
        double brush,
        NetSource nets,
        NetFiles files,
        ArmName student,
        int digit,
        DigitFilter filter,
        DigitsPage page) {
    public static final int MOST_KEPT = 30;
    static final int MOST_DIGITS = 1_000_000;

    /** The screen as it first opens. */
    public static final DigitsSettings FIRST = new DigitsSettings(
            PadDrawing.EMPTY,
            List.of(),
            Framing.AS_MNIST,
            0.09,
            NetSource.CONVOLUTIONAL,
            NetFiles.NONE,
            ArmName.DISTILLED,
            -1,
            DigitFilter.ALL,
            DigitsPage.BROWSER);

    public DigitsSettings {
        Required.nonNull(drawing, "drawing");
        kept = List.copyOf(Required.nonNull(kept, "kept"));
        Refusal.unless(kept.size() <= MOST_KEPT, "kept", "refused.count", 0, MOST_KEPT, kept.size());
        Required.nonNull(framing, "framing");
        Refusal.unlessBetween(PenStroke.THINNEST, PenStroke.THICKEST, "brush", brush);
        Required.nonNull(nets, "nets");
        Required.nonNull(files, "files");
        Required.nonNull(student, "student");
        Refusal.unlessBetween(-1, MOST_DIGITS, "digit", digit);
        Required.nonNull(filter, "filter");
        Required.nonNull(page, "page");
    }

    /** The same with some changes. */
    public DigitsSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new DigitsSettings(
                drawing, kept, draft.framing, brush, draft.nets, files, student, draft.digit, draft.filter, draft.page);
    }

    /** What lessons change, on the way from one valid state to another. */
    public static final class Draft {
        public Framing framing;
        public NetSource nets;
        public int digit;
        public DigitFilter filter;
        public DigitsPage page;

        private Draft(DigitsSettings from) {
            framing = from.framing;
            nets = from.nets;
            digit = from.digit;
            filter = from.filter;
            page = from.page;
        }
    }
}
