package distillery.train;

import distillery.data.Npz;
import distillery.data.PathText;
import distillery.data.Problem;
import distillery.data.Shape;
import distillery.data.Tensor;
import distillery.net.NetSpec;
import distillery.net.Weights;
import distillery.net.WeightsReader;
import java.util.Map;

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

    /**
     * The weights that a file holds, of a net for data of this shape.
     *
     * @throws Problem if the file cannot be read, its arrays are not those of a net that this program knows, or the net is
     *     for other data
     */
    public static Weights read(String file, Shape data, int classes) throws Problem {
        Map<String, Tensor> arrays = Npz.read(PathText.path(file));
        NetSpec layers = WeightsReader.spec(arrays, file, data);
        if (layers.inputs() != data.size() || layers.classes() != classes) {
            throw new Problem("weights.ends", file, layers.toString(), data.size(), classes);
        }
        return WeightsReader.of(arrays, file, layers);
    }
}
