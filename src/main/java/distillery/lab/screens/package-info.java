/** The screens there are, listed once. */
@NullMarked
package distillery.lab.screens;

import org.jspecify.annotations.NullMarked;
