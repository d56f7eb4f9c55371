package distillery.view.explore;

import distillery.lab.example.ClassLogits;
import distillery.lab.example.TeacherOrStudent;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreReading;
import distillery.view.Texts;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/**
 * One class: the teacher's bar, its picture in the gutter, the student's bar. Pressing the picture makes it the true
 * class.
 */
final class ClassRow extends Region {
    /** Bars grow no thicker than this, in em, and shrink no thinner. */
    private static final double THICKEST = 8;

    private static final double THINNEST = 0.9;

    /** Thinner bars, in em, put the name beside the picture. */
    private static final double ROOMY = 2.6;

    private final int index;
    private final Texts texts;
    private final ProbabilityBar teacher;
    private final ProbabilityBar student;
    private final ToggleButton face = new ToggleButton();
    private final ImageView picture = new ImageView();
    private final Label badge = new Label();
    private double gutter;
    private double beyond;
    private double em;

    ClassRow(int index, ExploreModel model, Texts texts) {
        this.index = index;
        this.texts = texts;
        teacher = new ProbabilityBar(TeacherOrStudent.TEACHER, index, model, texts);
        student = new ProbabilityBar(TeacherOrStudent.STUDENT, index, model, texts);
        picture.setPreserveRatio(true);
        badge.getStyleClass().add("badge");
        badge.setStyle("-fx-background-color: -" + ClassLooks.color(index) + ";");
        face.setId("explore-true-" + index);
        face.getStyleClass().add("face");
        face.setOnAction(pressed -> {
            model.markTrue(index);
            face.setSelected(true);
        });
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("explore.face.tip"));
        face.setTooltip(tooltip);
        getChildren().setAll(teacher, student, face);
    }

    void show(ExploreReading reading, ProbabilityAxis axis) {
        teacher.show(reading, axis);
        student.show(reading, axis);
        ClassLogits entry = reading.example().classes().get(index);
        String name = ClassLooks.name(entry, texts);
        boolean isTrue = reading.example().trueClass() == index;
        face.setSelected(isTrue);
        face.setText(isTrue ? "✓ " + name : name);
        face.setAccessibleText(texts.get(isTrue ? "explore.face.true" : "explore.face.other", name));
        Image image = ClassLooks.picture(entry);
        picture.setImage(image);
        badge.setText(name.substring(0, name.offsetByCodePoints(0, 1)));
        face.setGraphic(image == null ? badge : picture);
        requestLayout();
    }

    /** The least height at which nothing overlaps. */
    double leastHeight(double fontSize) {
        return (THINNEST + 0.4) * fontSize + teacher.logitHeight();
    }

    /** Lays the row out around a gutter; all lengths in pixels. */
    void arrange(double gutterWidth, double roomBeyond, double fontSize) {
        gutter = gutterWidth;
        beyond = roomBeyond;
        em = fontSize;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double logitHeight = teacher.logitHeight();
        double free = getHeight() - logitHeight - 0.8 * em;
        double thickness = Math.max(THINNEST * em, Math.min(THICKEST * em, free));
        double top = snapPositionY((getHeight() - thickness - logitHeight) / 2);
        double side = (getWidth() - gutter) / 2;
        teacher.setShape(thickness, beyond);
        student.setShape(thickness, beyond);
        teacher.resizeRelocate(0, top, side, thickness + logitHeight);
        student.resizeRelocate(side + gutter, top, side, thickness + logitHeight);
        boolean roomy = thickness > ROOMY * em;
        face.setContentDisplay(roomy ? ContentDisplay.TOP : ContentDisplay.LEFT);
        picture.setFitHeight(roomy ? Math.min(thickness, 0.8 * gutter) : thickness + logitHeight * 0.6);
        double badgeSize = roomy ? Math.min(thickness, 3.5 * em) : Math.min(1.7 * em, thickness + logitHeight * 0.6);
        badge.setMinSize(badgeSize, badgeSize);
        badge.setPrefSize(badgeSize, badgeSize);
        face.resizeRelocate(side + 0.2 * em, top, gutter - 0.4 * em, thickness + logitHeight + 0.4 * em);
    }
}
