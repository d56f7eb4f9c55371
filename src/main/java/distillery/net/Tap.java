package distillery.net;

import distillery.data.Shape;

/**
 * A point in a net that a loss may look at: every convolution and hidden dense layer before its ReLU ({@code
 * conv1.before}) and after it ({@code conv1}), every pooled map ({@code pool1}), and the {@code logits}. Layers of a kind
 * are counted from 1.
 *
 * @param shape what one sample has there
 */
public record Tap(String name, Shape shape) {
    /** What is appended to a layer's name for the point before its ReLU. */
    static final String BEFORE = ".before";

    public static final String LOGITS = "logits";

    /** Whether it lies before a layer's ReLU. */
    public boolean beforeRelu() {
        return name.endsWith(BEFORE);
    }

    /** The layer's name. */
    String layer() {
        return beforeRelu() ? name.substring(0, name.length() - BEFORE.length()) : name;
    }
}
