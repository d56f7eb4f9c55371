package distillery.view.lessons;

import distillery.lesson.Check;
import distillery.lesson.Condition;
import distillery.lesson.Fact;
import distillery.lesson.LessonStep;
import distillery.lesson.Quantity;
import distillery.lesson.Setting;
import distillery.lesson.Target;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a step is about: the parts in its light, those that a guess unlocks, and those that its checks are done with. */
final class Subject {
    private Subject() {}

    /** Empty for no step, and for one that says nothing of it. */
    static Set<Target> of(@Nullable LessonStep step) {
        Set<Target> subject = EnumSet.noneOf(Target.class);
        if (step == null || step.stage().spotlight().isEmpty()) {
            return subject;
        }
        subject.addAll(step.stage().spotlight());
        step.predict().ifPresent(predict -> subject.addAll(predict.unlock()));
        for (Check check : step.checks()) {
            for (Condition condition : check.conditions()) {
                add(condition.quantity(), subject);
            }
        }
        return subject;
    }

    private static void add(Quantity quantity, Set<Target> subject) {
        if (quantity == Setting.EXPLORE_SOFT_WEIGHT) {
            subject.add(Target.EXPLORE_ALPHA);
        } else if (quantity == Fact.EXPLORE_STEPS || quantity == Fact.EXPLORE_HARD_LOSS) {
            subject.add(Target.EXPLORE_STEP);
        } else if (quantity == Setting.TRAIN_VIEWING) {
            subject.add(Target.TRAIN_BATCH);
        } else if (quantity == Fact.TRAIN_SEEDS) {
            subject.add(Target.TRAIN_VERDICT);
        } else if (quantity == Fact.TRAIN_FINISHED) {
            subject.add(Target.TRAIN_RUN);
        } else {
            for (Target target : Target.values()) {
                if (target.id().equals(quantity.id())) {
                    subject.add(target);
                }
            }
        }
    }
}
