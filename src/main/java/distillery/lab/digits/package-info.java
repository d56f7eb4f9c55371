/** The model of the Digits screen: a pad to draw on, the test digits, and what trained nets make of them. */
@NullMarked
package distillery.lab.digits;

import org.jspecify.annotations.NullMarked;
