package distillery.view;

import java.util.List;

/** What a colour stands for. A role keeps one colour, one dash pattern, one mark and one label on every screen. */
public enum Role {
    TEACHER("teacher", 14, 4, Mark.DIAMOND),
    DISTILLED("distilled", 0, 0, Mark.CIRCLE),
    LABELS_ONLY("labels-only", 8, 5, Mark.SQUARE),
    CONTROL("control", 2, 4, Mark.TRIANGLE),
    SHUFFLED("shuffled", 1, 6, Mark.DIAMOND),
    /** A student that teaches the distilled one. */
    HELPER("helper", 10, 3, Mark.SQUARE),
    /** Another that the distilled student is held against. */
    RIVAL("rival", 7, 2, Mark.PEAK_DOWN),
    /** Several others, asked together. */
    ENSEMBLE("ensemble", 5, 2, Mark.DIAMOND),
    /** The distilled student's answers to a second task. */
    SECOND_TASK("second-task", 4, 6, Mark.CIRCLE),
    /** What those are held against. */
    SECOND_ALONE("second-alone", 3, 2, Mark.PEAK_DOWN),
    HARD("hard", 6, 4, Mark.CIRCLE),
    SOFT("soft", 0, 0, Mark.CIRCLE),
    TOTAL("total", 0, 0, Mark.CIRCLE),
    /** Runs side by side, in the order of choice. */
    RUN_1("class-f", 0, 0, Mark.CIRCLE),
    RUN_2("class-g", 8, 4, Mark.SQUARE),
    RUN_3("class-d", 2, 3, Mark.TRIANGLE),
    RUN_4("class-e", 12, 4, Mark.DIAMOND),
    RUN_5("class-c", 5, 3, Mark.CIRCLE),
    RUN_6("class-a", 14, 3, Mark.SQUARE),
    RUN_7("class-i", 3, 5, Mark.TRIANGLE),
    RUN_8("class-j", 1, 4, Mark.DIAMOND);

    /** For as many runs as one chart can tell apart. */
    public static final List<Role> RUNS = List.of(RUN_1, RUN_2, RUN_3, RUN_4, RUN_5, RUN_6, RUN_7, RUN_8);

    /** The shape of a point on a curve; its corners lie on a circle, as shares of its radius from the middle: x, y, x, y … */
    public enum Mark {
        CIRCLE,
        SQUARE(-0.85, -0.85, 0.85, -0.85, 0.85, 0.85, -0.85, 0.85),
        TRIANGLE(0, -1.15, 1.05, 0.75, -1.05, 0.75),
        PEAK_DOWN(0, 1.15, 1.05, -0.75, -1.05, -0.75),
        DIAMOND(0, -1.2, 1.2, 0, 0, 1.2, -1.2, 0);

        @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
        private final double[] corners;

        Mark(double... corners) {
            this.corners = corners;
        }

        /** Empty for a circle. */
        public double[] corners() {
            return corners.clone();
        }
    }

    private final String id;
    private final double dash;
    private final double gap;
    private final Mark mark;

    Role(String id, double dash, double gap, Mark mark) {
        this.id = id;
        this.dash = dash;
        this.gap = gap;
        this.mark = mark;
    }

    public Mark mark() {
        return mark;
    }

    /** The name in style sheets and text keys. */
    public String id() {
        return id;
    }

    /** The name of its colour in {@link Palette}. */
    public String color() {
        return "d-" + id;
    }

    /** Lengths of dash and gap in pixels; empty for a solid line. */
    public double[] dashes() {
        return dash == 0 ? new double[0] : new double[] {dash, gap};
    }
}
