package distillery.lab.loss;

import static distillery.lab.setup.LessonWords.constant;
import static distillery.lab.setup.LessonWords.id;
import static distillery.lab.setup.LessonWords.number;
import static distillery.lab.setup.LessonWords.text;
import static distillery.lab.setup.LessonWords.yes;

import distillery.lab.clinic.Fault;
import distillery.lab.setup.LabScreen;
import distillery.lab.setup.LessonSetting;
import distillery.lab.setup.SetUpPart;
import distillery.lesson.Setting;
import distillery.lesson.Value;
import java.util.Map;
import java.util.Set;

/** What the Loss screen registers. */
public record LossScreen(LossModel model) implements LabScreen<LossSettings> {
    public static final String ID = "loss";

    @Override
    public SetUpPart<LossSettings> part() {
        return new SetUpPart<>(
                ID,
                LossSettings.class,
                model::snapshot,
                model::restore,
                model.kindProperty(),
                model.targetWeightProperty(),
                model.nonTargetWeightProperty(),
                model.timesT2Property(),
                model.limitProperty(),
                model.faults());
    }

    @Override
    public Map<Setting, LessonSetting<LossSettings>> settings() {
        return Map.of(
                Setting.LOSS_METHOD,
                new LessonSetting<>(
                        now -> Value.of(now.kind() == LossKind.HINTON ? "hinton" : "dkd"),
                        (now, value) -> with(
                                now,
                                text(value).equals("hinton") ? LossKind.HINTON : LossKind.DECOUPLED,
                                now.timesT2(),
                                now.limit(),
                                now.faults())),
                Setting.LOSS_TARGET_WEIGHT,
                new LessonSetting<>(
                        now -> Value.of(now.targetWeight()),
                        (now, value) -> weighted(now, number(value), now.nonTargetWeight())),
                Setting.LOSS_NON_TARGET_WEIGHT,
                new LessonSetting<>(
                        now -> Value.of(now.nonTargetWeight()),
                        (now, value) -> weighted(now, now.targetWeight(), number(value))),
                Setting.LOSS_SCALED,
                new LessonSetting<>(
                        now -> Value.of(now.timesT2()),
                        (now, value) -> with(now, now.kind(), yes(value), now.limit(), now.faults())),
                Setting.LOSS_LIMIT,
                new LessonSetting<>(
                        now -> Value.of(now.limit()),
                        (now, value) -> with(now, now.kind(), now.timesT2(), yes(value), now.faults())),
                Setting.LOSS_FAULT,
                new LessonSetting<>(
                        now -> Value.of(fault(now.faults())),
                        (now, value) -> with(
                                now,
                                now.kind(),
                                now.timesT2(),
                                now.limit(),
                                text(value).equals("none") ? Set.of() : Set.of(constant(Fault.values(), value)))));
    }

    private static LossSettings with(
            LossSettings now, LossKind kind, boolean timesT2, boolean limit, Set<Fault> faults) {
        return new LossSettings(kind, now.targetWeight(), now.nonTargetWeight(), timesT2, limit, faults);
    }

    private static LossSettings weighted(LossSettings now, double target, double nonTarget) {
        return new LossSettings(now.kind(), target, nonTarget, now.timesT2(), now.limit(), now.faults());
    }

    /** Lessons name one fault; several at a time have no name. */
    private static String fault(Set<Fault> faults) {
        if (faults.isEmpty()) {
            return "none";
        }
        return faults.size() > 1 ? "" : id(faults.iterator().next());
    }
}
