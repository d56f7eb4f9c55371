/** How a net learns: settings, the loop, casts of arms, evaluation, reports and verdicts. */
@NullMarked
package distillery.train;

import org.jspecify.annotations.NullMarked;
