/** Many runs over a grid of settings: which, in what order, where they are kept, and what they show together. */
@NullMarked
package distillery.train.sweep;

import org.jspecify.annotations.NullMarked;
