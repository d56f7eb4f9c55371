/**
 * How samples, or layers, of a student relate to each other, against how those of its teacher do. Student and teacher may
 * have different widths: only their relations are compared. Features are row-major; numbers beyond 1e30 and sizes that do
 * not match are refused with an {@link java.lang.IllegalArgumentException}.
 */
@NullMarked
package distillery.loss.relation;

import org.jspecify.annotations.NullMarked;
