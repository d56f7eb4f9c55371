/**
 * What is minimised: every loss as a value and a closed-form gradient, in plain Java.
 *
 * <p>Here are the losses on outputs, and what all losses share; packages below hold those on {@code feature}s, on {@code
 * relation}s, by {@code scheme} and by {@code application}.
 *
 * <p>Logits come as row-major batches: {@code double[rows * classes]} and the number of classes. Values are means over
 * the rows, in nats; gradients are those of the means, along the student's logits. The teacher is a constant. KL is that
 * of the student from the teacher, {@code Σ p log(p / q)}. Arguments are never changed; what cannot be computed is
 * refused with an {@link java.lang.IllegalArgumentException} that names the value.
 */
@NullMarked
package distillery.loss;

import org.jspecify.annotations.NullMarked;
