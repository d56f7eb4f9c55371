package distillery.net;

/**
 * What goes into a layer: one batch of samples, or what the layer below has made of it. Samples are gathered when they are first
 * asked for, so a layer asks before it shares out its work: two of its threads would gather over each other.
 */
interface LayerInput {
    int rows();

    /** As a matrix {@code [rows, columns().count()]}, for products. */
    Matrix matrix();

    /** The features that {@link #matrix} holds. */
    NonZeroColumns columns();

    /** The numbers of all planes, each row by row. */
    float[] planes();

    /** Where the plane of a channel of a sample begins among {@link #planes}; a plane has {@code size} numbers. */
    int plane(int channel, int row, int size);
}
