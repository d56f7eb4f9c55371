package distillery.view.digits;

import distillery.data.PathText;
import distillery.lab.digits.DigitNet;
import distillery.lab.digits.Panel;
import distillery.train.ArmName;
import distillery.view.Role;
import distillery.view.Texts;
import distillery.view.train.ArmWords;
import java.util.ArrayList;
import java.util.List;

/** What the nets of a panel are called, and how they are drawn. */
final class NetWords {
    private NetWords() {}

    static String of(DigitNet net, Texts texts) {
        return net.arm().map(arm -> of(arm, net.file(), texts)).orElseGet(() -> texts.get("digits.teacher"));
    }

    /** A student of a run by its arm, one from a file by the file's name. */
    static String of(ArmName arm, String file, Texts texts) {
        return file.isEmpty() ? ArmWords.of(arm, texts) : name(file);
    }

    /** A file's name without folder and ending. */
    static String name(String file) {
        return PathText.lastName(file).replaceFirst("(?i)\\.npz$", "");
    }

    /** Whoever comes from a file says nothing of how it learned: it has a colour of its own, and not the teacher's. */
    static Role role(DigitNet net) {
        return net.arm()
                .map(arm -> net.file().isEmpty() ? ArmWords.role(arm.role()) : Role.RUNS.get(arm.number()))
                .orElse(Role.TEACHER);
    }

    /** Which nets a figure is of, for its foot. */
    static List<String> foot(Panel panel, Texts texts) {
        List<String> foot = new ArrayList<>();
        for (DigitNet net : panel.nets()) {
            foot.add(of(net, texts) + " " + net.net().spec());
        }
        if (panel.epoch() >= 0) {
            foot.add(texts.get("digits.epoch", panel.epoch()));
        }
        return foot;
    }
}
