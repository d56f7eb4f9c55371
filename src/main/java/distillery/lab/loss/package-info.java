/** The Loss screen without its looks: the loss of Explore's example taken apart, with mistakes if wanted. */
@NullMarked
package distillery.lab.loss;

import org.jspecify.annotations.NullMarked;
