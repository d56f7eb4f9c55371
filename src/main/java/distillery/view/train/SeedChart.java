package distillery.view.train;

import distillery.lab.Appearance;
import distillery.lab.train.Comparison;
import distillery.train.ArmName;
import distillery.train.SeedResult;
import distillery.train.Verdict;
import distillery.train.Verdict.Gain;
import distillery.view.Assets;
import distillery.view.Controls;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * How many errors the distilled student made fewer than each other, seed by seed: a dot for each seed, and after the last
 * one the mean with its interval. What lies right of the line is in favour of distillation.
 */
final class SeedChart extends PaintedPane {
    private static final double SMALL = 0.8;
    private static final double WIDTH_EM = 17;
    private static final double NAMES_EM = 5;
    private static final double ROW_EM = 1.2;
    private static final double MARGIN = 0.08;
    private static final int FEWEST_ROWS = 3;

    private final Comparison comparison;
    private final Texts texts;

    /** One comparison: with whom, each seed's difference, and what may be said. */
    private record Row(ArmName other, List<Integer> fewer, Gain gain) {}

    SeedChart(Comparison comparison, Appearance appearance, Texts texts) {
        super(appearance);
        this.comparison = comparison;
        this.texts = texts;
        setId("train-seed-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(texts.live(() -> texts.get("train.seed-chart"), comparison.verdictProperty()));
        repaintAfter(comparison.verdictProperty());
        Controls.showIf(this, comparison.verdictProperty().map(verdict -> true).orElse(false));
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH_EM * em();
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return (Math.max(FEWEST_ROWS, rows().size()) + 1) * ROW_EM * em();
    }

    private List<Row> rows() {
        Verdict verdict = comparison.verdictProperty().get();
        List<Row> rows = new ArrayList<>();
        if (verdict != null) {
            rows.add(row(ArmName.LABELS_ONLY, verdict.overLabels()));
            rows.add(row(ArmName.CONTROL, verdict.overControl()));
            verdict.overOthers().forEach((other, gain) -> rows.add(row(other, gain)));
        }
        return rows;
    }

    private Row row(ArmName other, Gain gain) {
        List<Integer> fewer = new ArrayList<>();
        for (SeedResult seed : comparison.results()) {
            fewer.add(seed.of(other).testErrors() - seed.of(ArmName.DISTILLED).testErrors());
        }
        return new Row(other, fewer, gain);
    }

    @Override
    protected void paint(GraphicsContext pen, Palette palette) {
        List<Row> rows = rows();
        if (rows.isEmpty()) {
            return;
        }
        pen.setFont(Font.font(Assets.FONT_FAMILY, SMALL * em()));
        pen.setTextBaseline(VPos.CENTER);
        double least = 0;
        double most = 0;
        for (Row row : rows) {
            for (int fewer : row.fewer()) {
                least = Math.min(least, fewer);
                most = Math.max(most, fewer);
            }
            if (row.gain().isTested()) {
                least = Math.min(least, row.gain().low());
                most = Math.max(most, row.gain().high());
            }
        }
        double margin = Math.max(1, MARGIN * (most - least));
        paint(pen, palette, rows, least - margin, most + margin);
    }

    private void paint(GraphicsContext pen, Palette palette, List<Row> rows, double low, double high) {
        double left = NAMES_EM * em();
        double perError = (getWidth() - left) / (high - low);
        double zero = Math.floor(left - low * perError) + 0.5;
        double bottom = rows.size() * ROW_EM * em();
        pen.setStroke(palette.color("d-text-soft"));
        pen.setLineWidth(1);
        pen.strokeLine(zero, 0, zero, bottom);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = (i + 0.5) * ROW_EM * em();
            String color = ArmWords.role(row.other().role()).color();
            pen.setFill(palette.color(color));
            pen.setTextAlign(TextAlignment.RIGHT);
            pen.fillText(ArmWords.of(row.other(), texts), left - 0.5 * em(), y, left - 0.5 * em());
            if (row.gain().isTested()) {
                double from = left + (row.gain().low() - low) * perError;
                double to = left + (row.gain().high() - low) * perError;
                double mean = left + (row.gain().mean() - low) * perError;
                pen.setStroke(palette.color(color));
                pen.setLineWidth(2 * palette.thickness());
                pen.strokeLine(from, y, to, y);
                pen.strokeLine(from, y - 0.25 * em(), from, y + 0.25 * em());
                pen.strokeLine(to, y - 0.25 * em(), to, y + 0.25 * em());
                pen.setFill(palette.color("d-text"));
                pen.fillRect(mean - 1.5, y - 0.4 * em(), 3, 0.8 * em());
            }
            pen.setFill(palette.color(color));
            double radius = 0.2 * em();
            for (int fewer : row.fewer()) {
                pen.fillOval(left + (fewer - low) * perError - radius, y - radius, 2 * radius, 2 * radius);
            }
        }
        pen.setFill(palette.color("d-text-soft"));
        double y = bottom + 0.5 * ROW_EM * em();
        pen.setTextAlign(TextAlignment.CENTER);
        pen.fillText("0", zero, y);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText(texts.get("train.seed-chart.axis"), getWidth(), y, getWidth() - zero - 0.6 * em());
    }
}
