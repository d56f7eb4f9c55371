/** The bug clinic: the loss of one row line by line, with a known mistake if wanted, and how the mistake is found. */
@NullMarked
package distillery.lab.clinic;

import org.jspecify.annotations.NullMarked;
