/** How a net learns: settings, the loop, the twins and their control, reports and verdicts. */
@NullMarked
package distillery.train;

import org.jspecify.annotations.NullMarked;
