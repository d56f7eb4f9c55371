/** The lessons beside the screens: the dock, and what it does to the screen in front. */
@NullMarked
package distillery.view.lessons;

import org.jspecify.annotations.NullMarked;
