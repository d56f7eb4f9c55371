/**
 * Who teaches whom: losses where the teacher is a peer, an earlier generation, a deeper exit of the same net, several nets,
 * or the same net before it learned something new. Batches of logits are row-major, as in {@link distillery.loss}.
 */
@NullMarked
package distillery.loss.scheme;

import org.jspecify.annotations.NullMarked;
