/** How knowledge moves from teacher to student: one class for each way of distilling, listed in {@link distillery.method.MethodKind}. */
@NullMarked
package distillery.method;

import org.jspecify.annotations.NullMarked;
