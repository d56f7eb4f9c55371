/** The model of the Loss screen: the loss of Explore's example taken apart, with mistakes if wanted. */
@NullMarked
package distillery.lab.loss;

import org.jspecify.annotations.NullMarked;
