package distillery.lab.digits;

import distillery.data.Csv;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The confusion matrices of a panel as one table: a row for each net and true class, a column for what it is taken for. */
public final class ConfusionCsv {
    private ConfusionCsv() {}

    public static void write(Appendable out, Panel panel) throws IOException {
        Csv table = new Csv(out);
        List<Object> header = new ArrayList<>(List.of("net", "true_class"));
        for (int i = 0; i < panel.classes(); i++) {
            header.add("taken_for_" + panel.test().className(i));
        }
        table.row(header.toArray());
        for (DigitNet net : panel.nets()) {
            for (int label = 0; label < panel.classes(); label++) {
                List<Object> row = new ArrayList<>();
                row.add(net.id());
                row.add(panel.test().className(label));
                for (int taken = 0; taken < panel.classes(); taken++) {
                    row.add(net.confusion().count(label, taken));
                }
                table.row(row.toArray());
            }
        }
    }
}
