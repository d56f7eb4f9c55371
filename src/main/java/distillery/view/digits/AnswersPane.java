package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.lab.digits.Answers;
import distillery.lab.digits.DigitNet;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.Panel;
import distillery.loss.Softmax;
import distillery.view.Assets;
import distillery.view.Numbers;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Texts;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** A row for each class, and in it a bar for each net: the share that it gives the class at the viewing temperature. */
final class AnswersPane extends PaintedPane {
    private static final double LABEL_EM = 1.6;
    private static final double HEAD_EM = 1.5;
    private static final double ROW_EM = 1.45;
    private static final double TALLEST_EM = 2.4;
    private static final double GAP_EM = 0.7;
    private static final double TRACK = 0.1;

    private final DigitsModel model;
    private final Texts texts;

    AnswersPane(DigitsModel model, Appearance appearance, Texts texts) {
        super(appearance);
        this.model = model;
        this.texts = texts;
        setId("digits-bars");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(texts.live(this::spoken, model.answersProperty(), model.viewingProperty()));
        repaintAfter(model.answersProperty(), model.panelProperty(), model.viewingProperty());
    }

    private static int rows(Panel panel) {
        return panel.classes();
    }

    @Override
    protected double computeMinHeight(double width) {
        Panel panel = model.panelProperty().get();
        return (HEAD_EM + ROW_EM * (panel == null ? 10 : rows(panel))) * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void paint(GraphicsContext pen, Palette palette) {
        Panel panel = model.panelProperty().get();
        Answers answers = model.answersProperty().get();
        if (panel == null || getWidth() < 2 * em()) {
            return;
        }
        double column = (getWidth() - LABEL_EM * em()) / panel.nets().size();
        double row = Math.min(TALLEST_EM * em(), (getHeight() - HEAD_EM * em()) / rows(panel));
        paintLabels(pen, palette, panel, answers, row);
        for (int i = 0; i < panel.nets().size(); i++) {
            double left = LABEL_EM * em() + i * column;
            paintHead(pen, palette, panel.nets().get(i), left, column - GAP_EM * em());
            if (answers != null && !answers.isBlank() && answers.panel().equals(panel)) {
                double[] shares = Softmax.probabilities(
                        answers.logits().get(i), model.viewingProperty().get());
                paintBars(pen, palette, panel.nets().get(i), shares, left, column - GAP_EM * em(), row);
            }
        }
    }

    private void paintLabels(GraphicsContext pen, Palette palette, Panel panel, @Nullable Answers answers, double row) {
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < rows(panel); i++) {
            boolean right = answers != null && answers.label() == i;
            double middle = HEAD_EM * em() + (i + 0.5) * row;
            pen.setFont(Font.font(Assets.FONT_FAMILY, right ? FontWeight.BOLD : FontWeight.NORMAL, em()));
            pen.setFill(palette.color("d-text"));
            String name = panel.test().className(i);
            pen.fillText(right ? name + "✓" : name, LABEL_EM * em() / 2, middle, LABEL_EM * em());
        }
    }

    private void paintHead(GraphicsContext pen, Palette palette, DigitNet net, double left, double width) {
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.CENTER);
        pen.setFont(Font.font(Assets.FONT_FAMILY, FontWeight.BOLD, 0.9 * em()));
        pen.setFill(palette.color(NetWords.role(net).color()));
        pen.fillText(NetWords.of(net, texts), left, HEAD_EM * em() / 2, width);
    }

    private void paintBars(
            GraphicsContext pen,
            Palette palette,
            DigitNet net,
            double[] shares,
            double left,
            double width,
            double row) {
        Color color = palette.color(NetWords.role(net).color());
        int first = Softmax.largest(shares, 0, shares.length);
        double height = Math.max(2, row - 0.3 * em());
        for (int i = 0; i < shares.length; i++) {
            double top = Math.rint(HEAD_EM * em() + (i + 0.5) * row - height / 2);
            pen.setFill(Color.color(color.getRed(), color.getGreen(), color.getBlue(), TRACK));
            pen.fillRect(left, top, width, height);
            pen.setFill(color);
            pen.fillRect(left, top, width * shares[i], height);
            String number = Numbers.percent(shares[i]);
            boolean strong = i == first;
            pen.setFont(Font.font(Assets.FONT_FAMILY, strong ? FontWeight.BOLD : FontWeight.NORMAL, 0.82 * em()));
            boolean inside = shares[i] > 0.6;
            pen.setTextAlign(inside ? TextAlignment.RIGHT : TextAlignment.LEFT);
            pen.setTextBaseline(VPos.CENTER);
            pen.setFill(palette.color(inside ? "d-card" : "d-text"));
            double at = left + width * shares[i] + (inside ? -0.3 : 0.3) * em();
            double room = width * (inside ? shares[i] : 1 - shares[i]) - em(0.4);
            pen.fillText(number, at, top + height / 2, Math.max(1, room));
        }
    }

    private String spoken() {
        Answers answers = model.answersProperty().get();
        if (answers == null || answers.isBlank()) {
            return texts.get(answers == null ? "digits.loading" : "digits.blank");
        }
        return AnswerWords.firsts(answers, model.viewingProperty().get(), texts);
    }
}
