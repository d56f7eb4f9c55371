/** How knowledge moves from teacher to student: one class for each way of distilling. */
@NullMarked
package distillery.method;

import org.jspecify.annotations.NullMarked;
