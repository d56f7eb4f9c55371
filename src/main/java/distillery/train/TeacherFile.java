package distillery.train;

import distillery.data.Npz;
import distillery.data.PathText;
import distillery.data.Problem;
import distillery.data.Shape;
import distillery.net.NetSpec;
import distillery.net.WeightsReader;

/** Looks at a user's own file of weights: what net they are of. */
public final class TeacherFile {
    private TeacherFile() {}

    /**
     * The teacher that a file holds, for data of this shape.
     *
     * @throws Problem if the file cannot be read, or its arrays are not those of a net that this program knows
     */
    public static TeacherSettings look(String file, Shape data) throws Problem {
        NetSpec layers = WeightsReader.spec(Npz.read(PathText.path(file)), file, data);
        return TeacherSettings.ofFile(file, layers);
    }
}
