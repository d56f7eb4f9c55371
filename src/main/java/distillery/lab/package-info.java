/** What the window shows: properties and verbs, without a single node. */
@NullMarked
package distillery.lab;

import org.jspecify.annotations.NullMarked;
