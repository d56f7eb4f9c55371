package distillery.breaches;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ObjectInputStream;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.apache.commons.csv.CSVFormat;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bytedeco.javacpp.Pointer;
import org.controlsfx.control.ToggleSwitch;
import org.kordamp.ikonli.Ikon;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.snakeyaml.engine.v2.api.Load;
import picocli.CommandLine;

/** One breach for each wall around a library or a habit; {@link distillery.ArchitectureTest} names them. Never called. */
@SuppressWarnings({"unused", "SystemOut"})
public interface OpenDoors {
    record Scenes(Node node) {}

    record Windows(Stage stage) {}

    record Properties(DoubleProperty property) {}

    record Controls(ToggleSwitch toggle) {}

    record Icons(Ikon icon) {}

    record Arrays(INDArray array) {}

    record Pointers(Pointer pointer) {}

    record Options(CommandLine line) {}

    record Json(JsonNode tree) {}

    record Yaml(Load load) {}

    record Markdown(org.commonmark.node.Node node) {}

    record Latex(TeXFormula formula) {}

    record Paper(PDDocument document) {}

    record Tables(CSVFormat format) {}

    record VagueHelper() {}

    record Objects(ObjectInputStream stream) {}

    /** Prints. */
    record Loud() {
        void speak() {
            System.out.println();
        }
    }
}
