package distillery.view.digits;

import distillery.lab.digits.DigitNet;
import distillery.view.Role;
import distillery.view.Texts;
import distillery.view.train.ArmWords;

/** What the nets of a panel are called, and how they are drawn. */
final class NetWords {
    private NetWords() {}

    static String of(DigitNet net, Texts texts) {
        return net.arm().map(arm -> ArmWords.of(arm, texts)).orElseGet(() -> texts.get("digits.teacher"));
    }

    static Role role(DigitNet net) {
        return net.arm().map(arm -> ArmWords.role(arm.role())).orElse(Role.TEACHER);
    }
}
