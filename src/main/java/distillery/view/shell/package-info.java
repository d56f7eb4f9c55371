/** The window around the screens: top bar, status line, menus, sheets and files. */
@NullMarked
package distillery.view.shell;

import org.jspecify.annotations.NullMarked;
