/** The Digits screen: a pad, what trained nets say to it, and all test digits. */
@NullMarked
package distillery.view.digits;

import org.jspecify.annotations.NullMarked;
