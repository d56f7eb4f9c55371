package distillery.lab.digits;

import distillery.data.Problem;
import distillery.data.Samples;
import distillery.net.Weights;
import distillery.train.ArmName;
import distillery.train.ArmRole;
import distillery.train.AskedNet;
import distillery.train.TeacherFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A teacher and its students, asked together.
 *
 * @param epoch how many epochs the students had learned; -1 if they are not from a run
 * @param test the digits that none of them has learned from
 * @param nets the teacher first
 */
public record Panel(NetSource source, int epoch, Samples test, List<DigitNet> nets) {
    /** Students shown beside a teacher. */
    public static final int MOST_STUDENTS = 3;

    public Panel {
        nets = List.copyOf(nets);
    }

    static Panel of(NetSource source, int epoch, Samples test, Weights teacher, Map<ArmName, Weights> students) {
        List<DigitNet> nets = new ArrayList<>();
        nets.add(DigitNet.of(Optional.empty(), "", AskedNet.of(teacher), test));
        students.forEach((arm, weights) -> nets.add(DigitNet.of(Optional.of(arm), "", AskedNet.of(weights), test)));
        return new Panel(source, epoch, test, nets);
    }

    /** The nets in these files. */
    static Panel of(NetFiles files, Samples test) throws Problem {
        List<DigitNet> nets = new ArrayList<>();
        nets.add(read(files.teacher(), Optional.empty(), test));
        for (String student : files.students()) {
            nets.add(read(student, Optional.of(new ArmName(ArmRole.PEER, nets.size())), test));
        }
        return new Panel(NetSource.FILES, -1, test, nets);
    }

    private static DigitNet read(String file, Optional<ArmName> arm, Samples test) throws Problem {
        return DigitNet.of(arm, file, AskedNet.of(TeacherFile.read(file, test.shape(), test.classes())), test);
    }

    public DigitNet teacher() {
        return nets.get(0);
    }

    /** The net of this arm; the last student if there is none. */
    public DigitNet student(ArmName arm) {
        return nets.stream()
                .filter(net -> net.arm().equals(Optional.of(arm)))
                .findFirst()
                .orElse(nets.get(nets.size() - 1));
    }

    public int classes() {
        return test.classes();
    }
}
