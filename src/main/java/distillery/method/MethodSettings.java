package distillery.method;

import com.fasterxml.jackson.annotation.JsonIgnore;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.net.NetSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which method a student learns by, and the method's own numbers.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param parameters a number for each {@linkplain MethodKind#parameters parameter} of the method, by its name; the usual one
 *     where none is given, as in files of a time when the method had fewer
 */
public record MethodSettings(MethodKind kind, Map<String, Double> parameters) {
    public MethodSettings {
        Required.nonNull(kind, "kind");
        Map<String, Double> given = Required.nonNull(parameters, "parameters");
        Map<String, Double> checked = new LinkedHashMap<>();
        for (MethodParameter parameter : kind.parameters()) {
            double value = given.getOrDefault(parameter.id(), parameter.usual());
            Refusal.unlessBetween(parameter.range().lowest(), parameter.range().highest(), parameter.id(), value);
            checked.put(parameter.id(), value);
        }
        for (String name : given.keySet()) {
            Refusal.unless(checked.containsKey(name), "parameters", "refused.parameter", kind.id(), name);
        }
        parameters = Map.copyOf(checked);
    }

    /** A method with its usual numbers. */
    public static MethodSettings of(MethodKind kind) {
        return new MethodSettings(kind, Map.of());
    }

    /** The same method with another number. */
    public MethodSettings with(String parameter, double value) {
        Map<String, Double> next = new LinkedHashMap<>(parameters);
        next.put(parameter, value);
        return new MethodSettings(kind, next);
    }

    /** The same if the method can work on these nets, else soft labels, which every net has. */
    public MethodSettings fitting(NetSpec teacher, NetSpec student) {
        try {
            method().requireFit(teacher, student);
            return this;
        } catch (Problem unfit) {
            return of(MethodKind.HINTON);
        }
    }

    /**
     * One of the method's own numbers.
     *
     * @throws IllegalArgumentException if the method has none of that name
     */
    public double get(String parameter) {
        return Required.nonNull(parameters.get(parameter), parameter);
    }

    /** Whether the method has a number of that name. */
    public boolean has(String parameter) {
        return parameters.containsKey(parameter);
    }

    @JsonIgnore
    public Method method() {
        return kind.method(parameters);
    }
}
