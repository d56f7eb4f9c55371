/** What teacher and student judge: classes with both sides' logits, built in, the user's own or a digit. */
@NullMarked
package distillery.lab.example;

import org.jspecify.annotations.NullMarked;
