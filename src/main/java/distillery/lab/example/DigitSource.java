package distillery.lab.example;

/** Digits to explore, with the logits of the nets that are loaded. It answers at once. */
public interface DigitSource {
    /** How many there are; at least one. */
    int count();

    /** A digit by its index, from 0 to {@link #count} exclusive. */
    DigitExample get(int index);
}
