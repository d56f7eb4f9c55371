/** How fast it is: the engine against its peers and against the machine. Not part of the program. */
@NullMarked
package distillery.bench;

import org.jspecify.annotations.NullMarked;
