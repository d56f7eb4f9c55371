/** The Explore screen: temperature and softmax bars. */
@NullMarked
package distillery.view.explore;

import org.jspecify.annotations.NullMarked;
