package distillery.method;

import distillery.data.NumberRange;

/**
 * A number that belongs to one method.
 *
 * @param id its name in files and in text keys
 * @param option its name on the command line
 * @param usual what it is unless it is set
 */
public record MethodParameter(String id, String option, NumberRange range, double usual) {}
