/**
 * Pictures for slides and paper, apart from the window: what is on a page is written down once, as a {@link
 * distillery.view.picture.Drawing}, and each kind of file is made from that. Nothing here needs the window's thread.
 */
@NullMarked
package distillery.view.picture;

import org.jspecify.annotations.NullMarked;
