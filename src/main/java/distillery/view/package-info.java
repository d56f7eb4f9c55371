/** How it looks: one sub-package for each screen. */
@NullMarked
package distillery.view;

import org.jspecify.annotations.NullMarked;
