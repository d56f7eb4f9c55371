/** Lessons in progress: the steps, what they set on the screens, questions, checks and the learner's progress. */
@NullMarked
package distillery.lab.lessons;

import org.jspecify.annotations.NullMarked;
