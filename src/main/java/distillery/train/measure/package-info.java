/** What a net costs and what it is worth, measured on this machine. */
@NullMarked
package distillery.train.measure;

import org.jspecify.annotations.NullMarked;
