/** Distillery: a desktop laboratory for knowledge distillation. */
@NullMarked
package distillery;

import org.jspecify.annotations.NullMarked;
