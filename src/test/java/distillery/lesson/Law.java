package distillery.lesson;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleSupplier;

/**
 * A number that a lesson prints, and how the program comes to it.
 *
 * @param printed as in the text, without spaces and separators of thousands
 * @param because what it is
 * @param value computes it; a share where the text has percent
 */
record Law(String printed, String because, DoubleSupplier value) {
    /** The value, rounded to the digits that are printed. */
    BigDecimal computed() {
        BigDecimal exact = BigDecimal.valueOf(value.getAsDouble());
        BigDecimal shown = printed.endsWith("%") ? exact.movePointRight(2) : exact;
        return shown.setScale(number(printed).scale(), RoundingMode.HALF_UP);
    }

    /** The number that a text prints. */
    static BigDecimal number(String printed) {
        return new BigDecimal(
                printed.replaceFirst("^T = ", "").replaceAll("[+±%]", "").replace("−", "-"));
    }
}
