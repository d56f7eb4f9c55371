package distillery.breaches;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import org.bytedeco.openblas.global.openblas;
import org.controlsfx.control.ToggleSwitch;
import org.nd4j.linalg.api.ndarray.INDArray;
import picocli.CommandLine;

/** Breaks every wall on purpose; {@link distillery.ArchitectureTest} must notice each breach. Never called. */
@SuppressWarnings({"unused", "BanSerializableRead", "SystemOut"})
public final class LoudHelper {
    private LoudHelper() {}

    static Object everything(Node node, ToggleSwitch toggle, INDArray array, CommandLine line, InputStream stream)
            throws IOException, ClassNotFoundException {
        openblas.blas_set_num_threads(1);
        System.out.println(new SimpleDoubleProperty(1).add(array.length()).add(node.getLayoutX()));
        toggle.setSelected(line.isUsageHelpRequested());
        return new ObjectInputStream(stream).readObject();
    }
}
