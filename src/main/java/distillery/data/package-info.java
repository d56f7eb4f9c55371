/** What a net learns from: IDX files, digits, seeded batches; and the files the program writes. */
@NullMarked
package distillery.data;

import org.jspecify.annotations.NullMarked;
