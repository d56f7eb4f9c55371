package distillery.method;

import distillery.data.NumberRange;

/**
 * A number that belongs to one method.
 *
 * @param id its name in files, on the command line and in text keys
 * @param usual what it is unless it is set
 */
public record MethodParameter(String id, NumberRange range, double usual) {}
