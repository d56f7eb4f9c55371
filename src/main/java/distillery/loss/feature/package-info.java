/**
 * What a student has inside, against the same of its teacher: values of hidden layers, where they look, which units are
 * on, and weights. Features are {@code [rows, width]} or {@code [rows, channels, height, width]}, row-major; numbers
 * beyond 1e30 and sizes that do not match are refused with an {@link java.lang.IllegalArgumentException}.
 */
@NullMarked
package distillery.loss.feature;

import org.jspecify.annotations.NullMarked;
