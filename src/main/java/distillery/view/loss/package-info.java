/** The Loss screen: what the loss is made of, where it pulls, and how mistakes in it look. */
@NullMarked
package distillery.view.loss;

import org.jspecify.annotations.NullMarked;
