package distillery.loss;

/** Everything that comes of comparing a batch of students with their teacher once, for the losses built on it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SoftTerms(
        double divergence,
        double scaledDivergence,
        double crossEntropy,
        double teacherEntropy,
        double[] gradient,
        double[] scaledGradient) {

    static SoftTerms of(double[] student, double[] teacher, int classes, double temperature) {
        double valid = Preconditions.temperature(temperature);
        int rows = Preconditions.rows(student, teacher, classes);
        double[] gradient = new double[student.length];
        double[] scaledGradient = new double[student.length];
        double divergence = 0;
        double scaledDivergence = 0;
        double crossEntropy = 0;
        double teacherEntropy = 0;
        KlRow contrast = new KlRow(classes);
        for (int offset = 0; offset < student.length; offset += classes) {
            contrast.compare(student, teacher, offset, valid);
            divergence += contrast.divergence;
            scaledDivergence += contrast.scaledDivergence;
            crossEntropy += contrast.teacher.crossEntropy(contrast.student);
            teacherEntropy += contrast.teacher.entropy();
            for (int i = 0; i < classes; i++) {
                gradient[offset + i] = SoftmaxRow.over(contrast.difference[i], valid) / rows;
                scaledGradient[offset + i] = contrast.scaledDifference[i] / rows;
            }
        }
        return new SoftTerms(
                divergence / rows,
                scaledDivergence / rows,
                crossEntropy / rows,
                teacherEntropy / rows,
                gradient,
                scaledGradient);
    }
}
