package distillery.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.data.Problem;
import distillery.data.Shape;
import distillery.net.Engine;
import distillery.net.NetSpec;
import distillery.net.WeightBlock;
import distillery.net.Weights;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetInsideTest {
    private static final Shape SQUARE = new Shape(1, 2, 2);
    private static final Shape LARGER = new Shape(1, 6, 6);
    private static final double ROUNDING = 1e-5;

    /** Two units, of which this picture switches on the first: 3.5 and 0. */
    private static final AskedNet TINY = AskedNet.of(new Weights(
            NetSpec.dense(4, 2, 2),
            new float[] {1, 0, -1, 2, 0, -3, 1, 0, 0.5f, 0.25f, /* second layer */ 2, -1, 0.5f, 4, 0.1f, -0.2f}));

    private static final float[] PICTURE = {1, 0.5f, 0, 1};

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    private static AskedNet random(String layers, boolean biases) {
        NetSpec spec = NetSpec.parse(layers);
        float[] values = new float[(int) spec.parameters()];
        Random random = new Random(11);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.5 * random.nextGaussian());
        }
        for (WeightBlock block : biases ? List.<WeightBlock>of() : WeightBlock.of(spec)) {
            IntStream.range(block.biases(), block.end()).forEach(i -> values[i] = 0);
        }
        return AskedNet.of(new Weights(spec, values));
    }

    private static float[] picture() {
        float[] picture = new float[LARGER.size()];
        Random random = new Random(4);
        for (int i = 0; i < picture.length; i++) {
            picture[i] = i % 3 == 0 ? 0 : random.nextFloat();
        }
        return picture;
    }

    private static double total(LogitSum sum) {
        return sum.bias()
                + IntStream.range(0, sum.units()).mapToDouble(sum::part).sum();
    }

    private static double dot(float[] picture, double[] slope) {
        return IntStream.range(0, picture.length)
                .mapToDouble(i -> picture[i] * slope[i])
                .sum();
    }

    @Test
    void aTinyNetsSumIsAsByHand() {
        LogitSum sum = NetInside.of(TINY, PICTURE, SQUARE, 0).sum();
        assertArrayEquals(new double[] {3.5, 0}, sum.values(), 1e-6);
        assertArrayEquals(new double[] {2, -1}, sum.weights(), 1e-6);
        assertEquals(0.1, sum.bias(), 1e-6);
        assertEquals(7.1, sum.logit(), 1e-6);
        assertEquals(7, sum.part(0), 1e-6);
        assertEquals(7, sum.rest(new int[] {1}), 1e-6);
        assertEquals(1.55, NetInside.of(TINY, PICTURE, SQUARE, 1).sum().logit(), 1e-6);
    }

    @Test
    void aTinyNetsSlopesAreAsByHand() {
        NetInside inside = NetInside.of(TINY, PICTURE, SQUARE, 0);
        assertArrayEquals(new double[] {2, 0, -2, 4}, inside.logitSlope(), 1e-6);
        double other = 1 / (1 + Math.exp(7.1 - 1.55)); // the share of class 1
        double along = -2 * other + 0.5 * other;
        assertArrayEquals(new double[] {along, 0, -along, 2 * along}, inside.lossSlope(), 1e-6);
    }

    @Test
    void aTinyNetsFirstWeightsAreItsPictures() {
        FirstLayer first = NetInside.of(TINY, PICTURE, SQUARE, 0).first();
        assertEquals(2, first.units());
        assertEquals(2, first.height());
        assertArrayEquals(new double[] {1, 0, -1, 2}, first.of(0));
        assertArrayEquals(new double[] {0, -3, 1, 0}, first.of(1));
        assertArrayEquals(new double[] {7, 0}, first.parts(), 1e-6);
        assertArrayEquals(new int[] {0, 1}, first.order());
    }

    @ParameterizedTest
    @ValueSource(strings = {"36-3", "36-7-3", "36-8-5-3", "6x6-c4-p2-c3-7-3", "6x6-c4-p2-3", "6x6-p3-5-3"})
    void theSumOfAllPartsIsTheLogit(String layers) {
        AskedNet net = random(layers, true);
        double[] logits = net.logits(picture());
        for (int chosen = 0; chosen < 3; chosen++) {
            LogitSum sum = NetInside.of(net, picture(), LARGER, chosen).sum();
            assertEquals(logits[chosen], sum.logit(), ROUNDING);
            assertEquals(sum.logit(), total(sum), ROUNDING);
            assertEquals(total(sum) - sum.bias() - sum.part(0), sum.rest(new int[] {0}), 1e-9);
        }
    }

    /** Without biases a net of ReLUs doubles when its picture does, so that pixels times slopes are the logit itself. */
    @ParameterizedTest
    @ValueSource(strings = {"36-7-3", "36-8-5-3", "6x6-c4-p2-c3-7-3", "6x6-p3-5-3"})
    void pixelsTimesSlopesAreTheLogitOfANetWithoutBiases(String layers) {
        AskedNet net = random(layers, false);
        for (int chosen = 0; chosen < 3; chosen++) {
            NetInside inside = NetInside.of(net, picture(), LARGER, chosen);
            assertEquals(inside.sum().logit(), dot(picture(), inside.logitSlope()), ROUNDING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"36-7-3", "36-8-5-3", "6x6-p3-5-3"})
    void whatFirstUnitsAddIsTheLogitOfANetWithoutBiases(String layers) {
        NetInside inside = NetInside.of(random(layers, false), picture(), LARGER, 1);
        assertEquals(
                inside.sum().logit(), DoubleStream.of(inside.first().parts()).sum(), ROUNDING);
    }

    @Test
    void aKernelOfOneInTheMiddleMapsThePictureToItself() {
        NetSpec spec = NetSpec.parse("6x6-c1-p2-2");
        float[] values = new float[(int) spec.parameters()];
        values[4] = 1;
        float[] picture = picture();
        NetInside inside = NetInside.of(AskedNet.of(new Weights(spec, values)), picture, LARGER, 0);
        assertArrayEquals(
                new double[] {0, 0, 0, 0, 1, 0, 0, 0, 0}, inside.first().of(0));
        FeatureMaps maps = inside.maps().get(0);
        assertEquals("conv1", maps.name());
        for (int i = 0; i < picture.length; i++) {
            assertEquals(picture[i], maps.of(0)[i], 1e-6);
        }
        assertEquals("pool1", inside.maps().get(1).name());
    }

    /** Of two channels (3, 0) and (4, 1) the mean squares are 12.5 and 0.5, which lie as 25 to 1. */
    @Test
    void attentionIsTheMeanOfSquaresOverTheChannels() {
        FeatureMaps maps = new FeatureMaps("pool1", new Shape(2, 1, 2), new double[] {3, 0, 4, 1});
        double length = Math.hypot(12.5, 0.5);
        assertArrayEquals(new double[] {12.5 / length, 0.5 / length}, maps.attention(), 1e-12);
    }

    @Test
    void theLargestPartsComeFirstWhateverTheirSign() {
        LogitSum sum = new LogitSum(0, 0, new double[] {1, 1, 1}, new double[] {1, -3, 2}, 0);
        assertArrayEquals(new int[] {1, 2}, sum.largest(2));
        assertArrayEquals(new int[] {2, 0, 1}, sum.order());
        assertEquals(1, sum.rest(new int[] {1, 2}));
    }
}
