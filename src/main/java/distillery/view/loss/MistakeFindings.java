package distillery.view.loss;

import distillery.lab.clinic.CalculationStep;
import distillery.lab.clinic.MathsCheck.Finding;
import distillery.lab.clinic.MathsCheck.Verdict;
import distillery.view.Numbers;
import distillery.view.explore.ClassLooks;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What the check found: every line with its mark, and a sentence for each that is wrong. */
final class MistakeFindings extends VBox {
    private final LossControls parts;

    MistakeFindings(LossControls parts) {
        this.parts = parts;
        setId("loss-findings");
        getStyleClass().add("findings");
        setAccessibleRole(AccessibleRole.TEXT);
        parts.model().findingsProperty().subscribe(this::show);
    }

    /** Says the findings anew, in the language of the moment. */
    void speak() {
        show(parts.model().findingsProperty().get());
    }

    private void show(List<Finding> findings) {
        getChildren().clear();
        setFocusTraversable(!findings.isEmpty()); // so that those who cannot see it can read it
        if (findings.isEmpty()) {
            return;
        }
        FlowPane lines = new FlowPane();
        lines.getStyleClass().add("lines");
        findings.forEach(finding -> lines.getChildren().add(mark(finding)));
        getChildren().add(lines);
        List<Finding> wrong = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.WRONG)
                .toList();
        if (wrong.isEmpty()) {
            getChildren().add(sentence(allAgree(findings), "right"));
        }
        wrong.forEach(finding -> getChildren().add(sentence(complaint(finding), "wrong")));
        long carried = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.CARRIED)
                .count();
        if (carried > 0) {
            getChildren().add(sentence(parts.texts().get("loss.check.carried", carried), "quiet"));
        }
        setAccessibleText(getChildren().stream()
                .filter(Label.class::isInstance)
                .map(sentence -> ((Label) sentence).getText())
                .collect(Collectors.joining(" ")));
    }

    private Node mark(Finding finding) {
        String verdict = finding.verdict().name().toLowerCase(Locale.ROOT);
        Label mark = new Label(parts.texts().get("loss.verdict." + verdict) + " " + name(finding.line()));
        mark.setId("loss-line-" + id(finding.line()));
        mark.getStyleClass().addAll("line-mark", verdict);
        return mark;
    }

    private Label sentence(String words, String style) {
        Label sentence = new Label(words);
        sentence.setId("loss-check-" + style);
        sentence.getStyleClass().add(style);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setAccessibleRole(AccessibleRole.TEXT);
        return sentence;
    }

    private String allAgree(List<Finding> findings) {
        int digits = findings.stream().mapToInt(Finding::digits).min().orElse(0);
        boolean mistaken = !parts.model().faults().isEmpty();
        return parts.texts().get(mistaken ? "loss.check.unseen" : "loss.check.right", findings.size(), digits);
    }

    /** Which line is wrong, where it differs most, and what would explain it. */
    private String complaint(Finding finding) {
        int worst = 0;
        for (int i = 1; i < finding.shown().length; i++) {
            worst = apart(finding, i) > apart(finding, worst) ? i : worst;
        }
        String place = finding.shown().length == 1 ? "" : parts.texts().get("loss.check.class", className(worst));
        String reason = finding.mistake() == null
                ? parts.texts().get("loss.reason.unknown")
                : parts.texts()
                        .get("loss.reason."
                                + finding.mistake()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'));
        return parts.texts()
                .get(
                        "loss.check.wrong",
                        name(finding.line()),
                        place,
                        Numbers.factor(finding.shown()[worst]),
                        Numbers.factor(finding.wanted()[worst]),
                        reason);
    }

    private String className(int index) {
        return ClassLooks.name(parts.model().reading().example().classes().get(index), parts.texts());
    }

    private static double apart(Finding finding, int index) {
        return Math.abs(finding.shown()[index] - finding.wanted()[index]);
    }

    private String name(CalculationStep line) {
        return parts.texts().get("loss.line." + id(line));
    }

    private static String id(CalculationStep line) {
        return line.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
