package distillery.cli;

import distillery.method.MethodKind;
import distillery.method.MethodParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.TypeConversionException;

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
        ArgGroupSpec.Builder own =
                ArgGroupSpec.builder().heading("%nNumbers of a method's own:%n").validate(false);
        for (MethodKind kind : MethodKind.values()) {
            for (MethodParameter parameter : kind.parameters()) {
                own.addArg(option(kind, parameter, options));
            }
        }
        spec.addArgGroup(own.build());
        List<String> footer = new ArrayList<>();
        for (MethodKind kind : MethodKind.values()) {
            String about = text("methods." + kind.id() + ".about").replace("%", "%%");
            footer.add("  %-12s%s".formatted(kind.id(), about));
        }
        UsageMessageSpec usage = spec.usageMessage();
        footer.add(usage.footerHeading() + String.join("", usage.footer()));
        usage.footerHeading("%nMethods:%n").footer(footer.toArray(String[]::new));
        return spec;
    }

    private static OptionSpec option(MethodKind kind, MethodParameter parameter, TrainOptions options) {
        String about = text("methods." + kind.id() + "." + parameter.id() + ".tip");
        OptionSpec.Builder option =
                OptionSpec.builder("--" + parameter.option()).setter(new Setter(parameter, options));
        if (parameter.isChoice()) {
            String words = String.join(", ", parameter.choices());
            return option.paramLabel("WORD")
                    .type(Double.class)
                    .converters(word -> place(word, parameter))
                    .description("For %s: %s. One of %s.".formatted(kind.id(), about, words))
                    .build();
        }
        return option.paramLabel(parameter.range().whole() ? "N" : "W")
                .type(parameter.range().whole() ? Integer.class : Double.class)
                .description("For %s: %s.".formatted(kind.id(), about))
                .build();
    }

    private static double place(String word, MethodParameter parameter) {
        int place = parameter.choices().indexOf(word.strip().toLowerCase(Locale.ROOT));
        if (place < 0) {
            throw new TypeConversionException(
                    "\"%s\" is none of %s".formatted(word, String.join(", ", parameter.choices())));
        }
        return place;
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

    static String text(String key) {
        return TEXTS.getString(key);
    }
}
