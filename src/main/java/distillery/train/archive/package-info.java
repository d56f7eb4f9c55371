/** Runs that last: what a run was and what came of it as one file, and the folder that keeps many. */
@NullMarked
package distillery.train.archive;

import org.jspecify.annotations.NullMarked;
