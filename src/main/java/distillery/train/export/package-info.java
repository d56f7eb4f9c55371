/** The present experiment as a program for another system. */
@NullMarked
package distillery.train.export;

import org.jspecify.annotations.NullMarked;
