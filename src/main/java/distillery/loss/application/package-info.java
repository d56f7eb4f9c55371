/**
 * What nets for other tasks minimise when they are distilled: attention matrices of language models, segmentation maps,
 * boxes, pictures of a generator, sequences of tokens.
 */
@NullMarked
package distillery.loss.application;

import org.jspecify.annotations.NullMarked;
