package distillery.cli;

import distillery.method.MethodKind;
import distillery.method.MethodParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** Adds to {@code train} what the list of methods knows: an option for each number of a method, and a line of help for each. */
final class MethodOptions implements IModelTransformer {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            "assets.i18n.methods",
            Locale.ENGLISH,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    @Override
    public CommandSpec transform(CommandSpec spec) {
        CommandSpec mixin = Objects.requireNonNull(spec.mixins().get(TrainCommand.SETTINGS));
        TrainOptions options = (TrainOptions) mixin.userObject();
        for (MethodKind kind : MethodKind.values()) {
            for (MethodParameter parameter : kind.parameters()) {
                spec.addOption(option(kind, parameter, options));
            }
        }
        List<String> footer = new ArrayList<>(List.of("%nMethods:%n"));
        for (MethodKind kind : MethodKind.values()) {
            footer.add("  %s: %s%n"
                    .formatted(kind.id(), text("method." + kind.id() + ".about").replace("%", "%%")));
        }
        footer.addAll(Arrays.asList(spec.usageMessage().footer()));
        spec.usageMessage().footer(footer.toArray(String[]::new));
        return spec;
    }

    private static OptionSpec option(MethodKind kind, MethodParameter parameter, TrainOptions options) {
        return OptionSpec.builder("--" + parameter.option())
                .paramLabel(parameter.range().whole() ? "N" : "W")
                .type(parameter.range().whole() ? Integer.class : Double.class)
                .description(
                        "For %s: %s.".formatted(kind.id(), text("method." + kind.id() + "." + parameter.id() + ".tip")))
                .setter(new Setter(parameter, options))
                .build();
    }

    /** Puts what was typed into the options. */
    private record Setter(MethodParameter parameter, TrainOptions options) implements ISetter {
        @Override
        public <T> T set(T value) {
            if (value instanceof Number number) {
                options.methodParameters.put(parameter.id(), number.doubleValue());
            } else {
                options.methodParameters.remove(parameter.id());
            }
            return value;
        }
    }

    private static String text(String key) {
        return TEXTS.getString(key);
    }
}
