/** The same without a window: commands over training and losses. */
@NullMarked
package distillery.cli;

import org.jspecify.annotations.NullMarked;
