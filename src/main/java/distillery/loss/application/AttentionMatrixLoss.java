package distillery.loss.application;

import distillery.loss.LossValue;
import distillery.loss.Preconditions;
import distillery.loss.SoftLoss;
import distillery.loss.SquaredError;

/**
 * Attention matrices of transformers: which tokens each token looks at. Scores are {@code [samples, heads, queries, keys]}
 * before the softmax over the keys; student and teacher have the same heads.
 */
public enum AttentionMatrixLoss {
    /** The mean squared difference of the scores (Jiao et al. 2020, TinyBERT, section 3). */
    MSE_SCORES {
        @Override
        LossValue compare(double[] student, double[] teacher, int keys) {
            return SquaredError.MEAN.of(student, teacher, student.length / keys);
        }
    },
    /** {@code KL(teacher || student)} of each query's attention, averaged over all queries (Sun et al. 2020, MobileBERT, section 3). */
    KL_PROBS {
        @Override
        LossValue compare(double[] student, double[] teacher, int keys) {
            return SoftLoss.timesT2(student, teacher, keys, 1);
        }
    };

    /** The loss of two batches of scores with so many keys; its gradient is along the student's scores. */
    public LossValue of(double[] student, double[] teacher, int keys) {
        Preconditions.rows(student, teacher, keys);
        return compare(student, teacher, keys);
    }

    abstract LossValue compare(double[] student, double[] teacher, int keys);
}
