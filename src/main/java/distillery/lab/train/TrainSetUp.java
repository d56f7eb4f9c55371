package distillery.lab.train;

import distillery.data.Refusal;
import distillery.data.Required;
import distillery.method.LiveHyperparameters;
import distillery.train.Preset;
import distillery.train.TrainSettings;

/**
 * Everything a user can set on the Train screen; what undo, files and lessons keep of it.
 *
 * @param viewing the temperature at which the current batch is looked at; the training temperature is another
 * @param smoothing how much of the past the strong lines carry on, 0 to below 1
 * @param stepMillis how long nets stand still after each step, 0 for full speed
 */
public record TrainSetUp(TrainSettings settings, double viewing, double smoothing, boolean logAxis, int stepMillis) {
    /** The screen as it first opens. */
    public static final TrainSetUp FIRST = new TrainSetUp(Preset.FEW_LABELS.settings(), 4, 0.9, false, 0);

    public static final double STRONGEST_SMOOTHING = 0.99;
    public static final int LONGEST_STEP_MILLIS = 5_000;

    public TrainSetUp {
        Required.nonNull(settings, "settings");
        Refusal.unlessBetween(LiveHyperparameters.COLDEST, LiveHyperparameters.HOTTEST, "viewing", viewing);
        Refusal.unlessBetween(0, STRONGEST_SMOOTHING, "smoothing", smoothing);
        Refusal.unlessBetween(0, LONGEST_STEP_MILLIS, "stepMillis", stepMillis);
    }
}
