package distillery.net;

/** How first weights are drawn: from a normal distribution around zero, biases at zero. */
public enum Initialisation {
    /** Variance 2 / inputs, made for ReLU (He et al. 2015, section 2.2). */
    HE,
    /** Variance 2 / (inputs + outputs) (Glorot and Bengio 2010, section 4.2.1). */
    XAVIER,
    /** Standard deviation 0.01 whatever the width (Krizhevsky et al. 2012, section 5). */
    NORMAL;

    /** The standard deviation for a layer. */
    public double deviation(int inputs, int outputs) {
        return switch (this) {
            case HE -> Math.sqrt(2.0 / inputs);
            case XAVIER -> Math.sqrt(2.0 / (inputs + outputs));
            case NORMAL -> 0.01;
        };
    }
}
