package distillery.view;

/** What a colour stands for. A role keeps one colour, one dash pattern and one label on every screen. */
public enum Role {
    TEACHER("teacher", 14, 4),
    DISTILLED("distilled", 0, 0),
    LABELS_ONLY("labels-only", 8, 5),
    CONTROL("control", 2, 4),
    SHUFFLED("shuffled", 1, 6),
    HARD("hard", 6, 4),
    SOFT("soft", 0, 0),
    TOTAL("total", 0, 0);

    private final String id;
    private final double dash;
    private final double gap;

    Role(String id, double dash, double gap) {
        this.id = id;
        this.dash = dash;
        this.gap = gap;
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
