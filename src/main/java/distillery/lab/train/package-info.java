/** The model of the Train screen: its settings, the run, and the curves and results it reports. */
@NullMarked
package distillery.lab.train;

import org.jspecify.annotations.NullMarked;
