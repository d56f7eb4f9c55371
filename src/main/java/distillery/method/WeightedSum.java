package distillery.method;

/** A knowledge loss and the loss against labels, weighted. */
final class WeightedSum {
    private WeightedSum() {}

    static double[] times(double weight, double[] slope) {
        double[] product = new double[slope.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = weight * slope[i];
        }
        return product;
    }

    /** {@code softWeight · knowledge + hardWeight · CE}, value and slope. */
    static Gradients of(StepContext scene, double knowledge, double[] slope) {
        double soft = scene.knobs().softWeight();
        double hard = scene.knobs().hardWeight();
        double[] hardSlope = scene.measured().hardGradient();
        double[] sum = new double[slope.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = soft * slope[i] + hard * hardSlope[i];
        }
        return new Gradients(soft * knowledge + hard * scene.measured().hard(), sum);
    }
}
