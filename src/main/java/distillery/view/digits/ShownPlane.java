package distillery.view.digits;

import distillery.lab.digits.DigitMap;
import java.util.Optional;

/**
 * One net's side of a map, as it is shown.
 *
 * @param points x, y, x, y …
 * @param ringed where the picture lies that is shown everywhere
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ShownPlane(DigitMap map, double[] points, Optional<double[]> ringed, NetHead head) {}
