package distillery.lab.example;

import java.util.List;

/** Where an example comes from: an included one, the user's own classes, or a digit with the logits of both nets. */
public enum ExampleKind {
    /** A student that gives the car a higher probability than the donkey. */
    HORSE_DONKEY_CAR,
    /** A teacher without an opinion. */
    ALL_EQUAL,
    /** The smallest example there is. */
    TWO_CLASSES,
    /** A teacher whose soft labels are hard ones until T is high. */
    CONFIDENT_TEACHER,
    /** A student with high confidence in a wrong class. */
    CONFIDENTLY_WRONG,
    /** Classes that the user named. */
    OWN,
    /** A digit with the logits of trained nets. */
    DIGIT;

    /** The example as it starts; {@link #OWN} starts from the first one, {@link #DIGIT} has none without nets. */
    public Example example() {
        return switch (this) {
            case HORSE_DONKEY_CAR, OWN, DIGIT -> animals(6, 2, -2, 2, 1, 1.5);
            case ALL_EQUAL -> animals(0, 0, 0, 2, 1, 1.5);
            case TWO_CLASSES ->
                new Example(this, List.of(new ClassLogits("horse", 3, 0.5), new ClassLogits("donkey", 0, 1)), 0, 0);
            case CONFIDENT_TEACHER -> animals(18, 6, -6, 2, 1, 1.5);
            case CONFIDENTLY_WRONG -> animals(6, 2, -2, -2, 1, 7);
        };
    }

    /** Whether the kind alone says what the example is. */
    public boolean included() {
        return this != OWN && this != DIGIT;
    }

    private Example animals(double horse, double donkey, double car, double horse2, double donkey2, double car2) {
        return new Example(
                this,
                List.of(
                        new ClassLogits("horse", horse, horse2),
                        new ClassLogits("donkey", donkey, donkey2),
                        new ClassLogits("car", car, car2)),
                0,
                0);
    }
}
