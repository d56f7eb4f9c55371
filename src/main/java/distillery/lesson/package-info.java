/** What is taught: lessons as values, the reader of their Markdown, and what a learner answered. */
@NullMarked
package distillery.lesson;

import org.jspecify.annotations.NullMarked;
