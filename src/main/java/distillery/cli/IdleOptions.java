package distillery.cli;

import distillery.data.PlaneSettings;
import distillery.method.Decoupled;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodParameter;
import distillery.method.MethodSettings;
import distillery.train.DataChoice;
import distillery.train.TrainSettings;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Options that would change nothing together with the others: they are refused, for silence would pass for an effect. */
final class IdleOptions {
    /** Methods without a temperature. */
    private static final Set<MethodKind> COLD =
            EnumSet.of(MethodKind.LABELS_ONLY, MethodKind.LOGIT_MATCHING, MethodKind.NET_AUG, MethodKind.MULTI_TASK);

    private final TrainOptions given;
    private final TrainSettings settings;

    private IdleOptions(TrainOptions given, TrainSettings settings) {
        this.given = given;
        this.settings = settings;
    }

    /** Refuses the first of them, and names both options. */
    static void refuse(TrainOptions given, TrainSettings settings) throws WrongOption {
        IdleOptions idle = new IdleOptions(given, settings);
        idle.refuseJitter();
        idle.refuseOtherMethods();
        idle.refuseWithoutTeacher();
        idle.refuseTemperature();
    }

    private void refuseJitter() throws WrongOption {
        if (DataChoice.of(settings.data()).arePoints()) {
            String points = "--data " + (settings.data().equals(TrainSettings.TOY) ? "toy" : PlaneSettings.PLANE);
            refuse(given.jitter, "--jitter", given.data, points, "choose data that are pictures");
        }
    }

    private void refuseOtherMethods() throws WrongOption {
        for (MethodKind kind : MethodKind.values()) {
            for (MethodParameter parameter : kind.parameters()) {
                if (kind != settings.method().kind()) {
                    refuse(
                            given(parameter),
                            option(parameter),
                            given.method,
                            methodOption(),
                            "add --method " + kind.id());
                }
            }
        }
        if (settings.method().kind() == MethodKind.DECOUPLED
                && settings.student().classes() == 2) {
            String net = "--student " + settings.student(); // then nothing is left beside the target
            Object beta = given.methodParameters.get(Decoupled.NON_TARGET_WEIGHT);
            refuse(beta, "--dkd-beta", given.student, net, "choose data with more than two classes");
        }
    }

    private @Nullable Object given(MethodParameter parameter) {
        return given.methodParameters.get(parameter.id());
    }

    private static String option(MethodParameter parameter) {
        return "--" + parameter.option();
    }

    private void refuseWithoutTeacher() throws WrongOption {
        LiveHyperparameters knobs = settings.live().knobs();
        if (settings.method().method().weighsItself()) {
            refuseWeights("choose a method that weighs soft labels against labels");
        } else if (knobs.softWeight() == 0) {
            Object weight = given.softWeight != null ? given.softWeight : given.alpha;
            String alpha =
                    (given.softWeight != null ? "--soft-weight" : "--alpha") + ", which gives the teacher no weight";
            String remedy = "give it some";
            refuse(given.temperature, "--temperature", weight, alpha, remedy);
            if (!settings.method().method().hasOwnPart()) { // that has weights of its own
                for (MethodParameter parameter : settings.method().kind().parameters()) {
                    refuse(given(parameter), option(parameter), weight, alpha, remedy);
                }
            }
        }
    }

    private void refuseWeights(String remedy) throws WrongOption {
        refuse(given.alpha, "--alpha", given.method, methodOption(), remedy);
        refuse(given.softWeight, "--soft-weight", given.method, methodOption(), remedy);
        refuse(given.hardWeight, "--hard-weight", given.method, methodOption(), remedy);
    }

    private void refuseTemperature() throws WrongOption {
        MethodSettings method = settings.method();
        if (COLD.contains(method.kind())) {
            String remedy = "choose a method that has a temperature";
            refuse(given.temperature, "--temperature", given.method, methodOption(), remedy);
        } else if (method.kind() == MethodKind.DECOUPLED
                && method.get(Decoupled.TARGET_WEIGHT) == 0
                && method.get(Decoupled.NON_TARGET_WEIGHT) == 0) {
            Object alpha = given.methodParameters.get(Decoupled.TARGET_WEIGHT);
            Object warmUp = given.methodParameters.get(Decoupled.WARM_UP);
            String weights = "--dkd-alpha 0 and --dkd-beta 0";
            refuse(given.temperature, "--temperature", alpha, weights, "give one of them some weight");
            refuse(warmUp, "--warm-up", alpha, weights, "give one of them some weight");
        }
    }

    private String methodOption() {
        return "--method " + settings.method().kind().id();
    }

    /** Refuses an option, if it was given, because of another one, which may come from the start. */
    private void refuse(@Nullable Object value, String option, @Nullable Object otherValue, String other, String remedy)
            throws WrongOption {
        if (value != null) {
            String start = given.setUp != null ? "--set-up" : "--preset " + given.start();
            String origin = otherValue != null ? "" : String.format(Locale.ROOT, " (so %s has it)", start);
            throw new WrongOption(option + " changes nothing with " + other + origin + ": leave it out, or " + remedy);
        }
    }
}
