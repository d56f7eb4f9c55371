package distillery.train;

import distillery.data.Npz;
import distillery.data.PathText;
import distillery.data.Problem;
import distillery.data.Shape;
import distillery.net.NetSpec;
import distillery.net.Weights;
import distillery.net.WeightsReader;

/** Looks at a user's own file of weights: what net they are of. */
public final class TeacherFile {
    private TeacherFile() {}

    /**
     * The teacher that a file holds, for data of this shape and so many classes.
     *
     * @throws Problem if the file cannot be read, its arrays are not those of a net that this program knows, or the net is
     *     for other data
     */
    public static TeacherSettings look(String file, Shape data, int classes) throws Problem {
        NetSpec layers = WeightsReader.spec(Npz.contents(PathText.path(file)), file, data, classes);
        return TeacherSettings.ofFile(file, layers);
    }

    /**
     * The weights that a file holds.
     *
     * @throws Problem as {@link #look}
     */
    public static Weights read(String file, Shape data, int classes) throws Problem {
        Npz.Contents contents = Npz.contents(PathText.path(file));
        return WeightsReader.of(contents.arrays(), file, WeightsReader.spec(contents, file, data, classes));
    }
}
