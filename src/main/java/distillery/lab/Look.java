package distillery.lab;

/** How the window is coloured. */
public enum Look {
    LIGHT,
    DARK,
    /** For a projector in a bright room: white ground, black text, dark colours and thick lines. */
    PROJECTOR,
    /** For eyes that need strong contrast: black ground, white text, bright colours and thick lines. */
    CONTRAST;

    /** Whether what is thin elsewhere is thick. */
    public boolean isBold() {
        return this == PROJECTOR || this == CONTRAST;
    }

    /** The look the switch leads to. */
    public Look next() {
        return switch (this) {
            case LIGHT -> DARK;
            case DARK -> PROJECTOR;
            case PROJECTOR -> CONTRAST;
            case CONTRAST -> LIGHT;
        };
    }
}
