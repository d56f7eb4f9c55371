/** The model of the Explore screen: one example at one temperature, and the numbers that follow. */
@NullMarked
package distillery.lab.explore;

import org.jspecify.annotations.NullMarked;
