package distillery.cli;

import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.train.TrainSettings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Options that would change nothing together with the others: they are refused, for silence would pass for an effect. */
final class IdleOptions {
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
        idle.refuseWithoutDecoupling();
        idle.refuseWithoutTeacher();
        idle.refuseTemperature();
    }

    private void refuseJitter() throws WrongOption {
        if (settings.data().equals(TrainSettings.TOY)) {
            refuse(given.jitter, "--jitter", given.data, "--data toy", "choose data that are pictures");
        }
    }

    private void refuseWithoutDecoupling() throws WrongOption {
        if (settings.method().kind() != MethodKind.DECOUPLED) {
            String remedy = "add --method dkd";
            refuse(given.targetWeight, "--dkd-alpha", given.method, methodOption(), remedy);
            refuse(given.nonTargetWeight, "--dkd-beta", given.method, methodOption(), remedy);
            refuse(given.warmUp, "--warm-up", given.method, methodOption(), remedy);
        } else if (settings.student().classes() == 2) { // then nothing is left beside the target
            String net = "--student " + settings.student();
            refuse(given.nonTargetWeight, "--dkd-beta", given.student, net, "choose data with more than two classes");
        }
    }

    private void refuseWithoutTeacher() throws WrongOption {
        LiveHyperparameters knobs = settings.live().knobs();
        if (settings.method().kind() == MethodKind.LABELS_ONLY) {
            String remedy = "choose a method that asks the teacher";
            refuse(given.alpha, "--alpha", given.method, methodOption(), remedy);
            refuse(given.temperature, "--temperature", given.method, methodOption(), remedy);
        } else if (knobs.softWeight() == 0) {
            String alpha = "--alpha, which gives the teacher no weight";
            String remedy = "give it some";
            refuse(given.temperature, "--temperature", given.alpha, alpha, remedy);
            refuse(given.targetWeight, "--dkd-alpha", given.alpha, alpha, remedy);
            refuse(given.nonTargetWeight, "--dkd-beta", given.alpha, alpha, remedy);
            refuse(given.warmUp, "--warm-up", given.alpha, alpha, remedy);
        }
    }

    private void refuseTemperature() throws WrongOption {
        MethodSettings method = settings.method();
        if (method.kind() == MethodKind.LOGIT_MATCHING) {
            String remedy = "choose a method that has a temperature";
            refuse(given.temperature, "--temperature", given.method, methodOption(), remedy);
        } else if (method.kind() == MethodKind.DECOUPLED && method.targetWeight() == 0 && method.nonTargetWeight() == 0) {
            String weights = "--dkd-alpha 0 and --dkd-beta 0";
            refuse(given.temperature, "--temperature", given.targetWeight, weights, "give one of them some weight");
            refuse(given.warmUp, "--warm-up", given.targetWeight, weights, "give one of them some weight");
        }
    }

    private String methodOption() {
        return "--method "
                + switch (settings.method().kind()) {
                    case HINTON -> "hinton";
                    case LOGIT_MATCHING -> "logits";
                    case DECOUPLED -> "dkd";
                    case LABELS_ONLY -> "labels";
                };
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
