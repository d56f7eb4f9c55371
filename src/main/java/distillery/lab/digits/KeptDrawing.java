package distillery.lab.digits;

import distillery.data.Refusal;
import distillery.data.Required;

/** A drawing that was kept under a name. */
public record KeptDrawing(String name, PadDrawing drawing) {
    public static final int LONGEST_NAME = 20;

    public KeptDrawing {
        name = Required.nonNull(name, "name").strip();
        int length = name.codePointCount(0, name.length());
        Refusal.unless(length >= 1 && length <= LONGEST_NAME, "name", "refused.name", LONGEST_NAME, length);
        Required.nonNull(drawing, "drawing");
    }
}
