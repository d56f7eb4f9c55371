/** What is minimised: every loss as a value and a closed-form gradient, in plain Java. */
@NullMarked
package distillery.loss;

import org.jspecify.annotations.NullMarked;
