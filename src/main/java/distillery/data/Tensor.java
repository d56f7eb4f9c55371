package distillery.data;

import java.util.Arrays;

/** Numbers in a block of any dimensions, the last one running fastest; an empty shape is a single number. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Tensor(int[] shape, float[] values) {

    public Tensor {
        if (Arrays.stream(shape).anyMatch(side -> side < 0)
                || Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact) != values.length) {
            throw new IllegalArgumentException(
                    "shape %s does not hold %d values".formatted(Arrays.toString(shape), values.length));
        }
    }
}
