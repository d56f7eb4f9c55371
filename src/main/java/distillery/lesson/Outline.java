package distillery.lesson;

/**
 * A formula that has been set: the area to fill, and the room it takes in units of an em.
 *
 * @param path in the notation of SVG, {@value #EM} units to the em, its origin on the base line
 */
public record Outline(String path, double width, double ascent, double descent) {
    /** Units of the path in one em. */
    public static final double EM = 100;
}
