/** Golden cases: files of arguments and expected numbers, and the losses as other code bases have them. */
@NullMarked
package distillery.cli.golden;

import org.jspecify.annotations.NullMarked;
