/** What learns: layers, networks, optimisers, and weights in and out. */
@NullMarked
package distillery.net;

import org.jspecify.annotations.NullMarked;
