/** The settings of all screens as one document: undo and redo, files, and what is remembered between two runs. */
@NullMarked
package distillery.lab.setup;

import org.jspecify.annotations.NullMarked;
