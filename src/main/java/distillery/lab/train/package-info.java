/** The Train screen without its looks: its settings, the run, and the curves and results it reports. */
@NullMarked
package distillery.lab.train;

import org.jspecify.annotations.NullMarked;
