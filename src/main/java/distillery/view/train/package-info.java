/** The Train screen: nets learn while you watch. */
@NullMarked
package distillery.view.train;

import org.jspecify.annotations.NullMarked;
