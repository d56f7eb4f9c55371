/** Curves drawn on a canvas: as smooth with a hundred thousand points as with ten. */
@NullMarked
package distillery.view.chart;

import org.jspecify.annotations.NullMarked;
