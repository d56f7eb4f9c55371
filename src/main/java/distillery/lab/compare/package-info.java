/** The Compare screen without its looks: runs that are kept, their curves side by side, and sweeps. */
@NullMarked
package distillery.lab.compare;

import org.jspecify.annotations.NullMarked;
