package distillery.lab;

/** How the window is coloured. */
public enum Look {
    LIGHT,
    DARK;

    /** The look the switch leads to. */
    public Look next() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
