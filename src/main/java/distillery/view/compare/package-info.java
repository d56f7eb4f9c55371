/** The Compare screen: a table of runs, their curves in one chart, and the map of a sweep. */
@NullMarked
package distillery.view.compare;

import org.jspecify.annotations.NullMarked;
