package distillery.train;

import distillery.data.Npz;
import distillery.data.Problem;
import distillery.net.NetSpec;
import distillery.net.Weights;
import distillery.net.WeightsReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** A teacher that comes with the program, and two students: one that learned from labels only, one that it taught. */
public enum IncludedNets {
    /** Dense nets; the students saw 2,000 labelled digits. */
    DENSE("", TeacherSettings.DENSE, Preset.FEW_LABELS),
    /** Convolutional ones; the students saw 500. */
    CONVOLUTIONAL("-cnn", TeacherSettings.CONVOLUTIONAL, Preset.SMALL_CNN);

    private final String ending;

    @SuppressWarnings("ImmutableEnumChecker") // a record of records
    private final NetSpec teacher;

    private final Preset students;

    IncludedNets(String ending, NetSpec teacher, Preset students) {
        this.ending = ending;
        this.teacher = teacher;
        this.students = students;
    }

    /** The teacher's layers. */
    public NetSpec layers() {
        return teacher;
    }

    /** The teacher's weights. */
    public Weights teacher() throws Problem {
        return read("assets/models/teacher" + ending + ".npz", teacher);
    }

    /** The weights of the students by their arms' names, labels only first. */
    public Map<ArmName, Weights> students() throws Problem {
        NetSpec student = students.settings().student();
        Map<ArmName, Weights> all = new LinkedHashMap<>();
        all.put(ArmName.LABELS_ONLY, read("assets/models/student" + ending + "-labels.npz", student));
        all.put(ArmName.DISTILLED, read("assets/models/student" + ending + "-distilled.npz", student));
        return all;
    }

    private static Weights read(String place, NetSpec spec) throws Problem {
        try (InputStream stream = IncludedNets.class.getResourceAsStream("/" + place)) {
            if (stream == null) {
                throw new Problem("file.builtIn", place);
            }
            return WeightsReader.of(Npz.read(stream, place), place, spec);
        } catch (IOException broken) {
            throw new Problem(broken, "file.builtIn", place);
        }
    }
}
