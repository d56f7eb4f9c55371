package distillery.lab;

/** How the window is coloured. */
public enum Look {
    LIGHT,
    DARK,
    /** For a projector in a bright room: white ground, black text, dark colours and thick lines. */
    PROJECTOR;

    /** The look the switch leads to. */
    public Look next() {
        return switch (this) {
            case LIGHT -> DARK;
            case DARK -> PROJECTOR;
            case PROJECTOR -> LIGHT;
        };
    }
}
