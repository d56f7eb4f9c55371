package distillery.method;

/** A second question about the same pictures, which is answered without anybody having labelled them: with yes or no. */
public enum SecondTask {
    /** Is there more ink than in half of the samples? */
    INK,
    /** Does it lean farther to the right than half of the samples? */
    SLANT,
    /** Is the number of its class odd? */
    PARITY;

    /** Yes and no. */
    public static final int CLASSES = 2;

    /** Whether it makes nothing of numbers that are no picture. */
    public boolean needsPictures() {
        return this == SLANT;
    }
}
