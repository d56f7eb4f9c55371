/**
 * What learns: nets of dense and convolutional layers, optimisers, and weights in and out, all in 32 bits.
 *
 * <p>ND4J brings the memory outside the heap and OpenBLAS, which makes every matrix product ({@link
 * distillery.net.Matrix}); everything else is loops over Java arrays ({@link distillery.net.Kernels}).
 */
@NullMarked
package distillery.net;

import org.jspecify.annotations.NullMarked;
