package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.lab.digits.Answers;
import distillery.lab.digits.DigitsModel;
import distillery.view.Texts;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/** The 28 × 28 pixels that the nets see, pixel by pixel. */
final class SeenPane extends StackPane {
    /** Beside other things, at normal text. */
    static final double SMALL = 14 * 7;

    /** Where it is what a class looks at. */
    static final double LARGE = 14 * 13;

    /** Both lines of its frame, in pixels. */
    private static final double FRAME = 2;

    SeenPane(String id, double side, DigitsModel model, Appearance appearance, Texts texts) {
        ImageView picture = new ImageView();
        picture.setId(id);
        picture.setSmooth(false);
        picture.setPreserveRatio(true);
        picture.fitWidthProperty().bind(appearance.textScaleProperty().multiply(side));
        picture.accessibleTextProperty()
                .bind(texts.live(
                        () -> {
                            Answers answers = model.answersProperty().get();
                            return answers == null || answers.digit() < 0
                                    ? texts.get("digits.seen.drawing")
                                    : texts.get("digits.seen.digit", answers.digit(), answers.label());
                        },
                        model.answersProperty()));
        model.answersProperty().subscribe(answers -> {
            if (answers != null) {
                picture.setImage(
                        InkPicture.of(answers.picture(), answers.panel().test().height()));
            }
        });
        getStyleClass().add("seen");
        getChildren().add(picture);
        minHeightProperty().bind(picture.fitWidthProperty().add(FRAME)); // its place is kept until the first answer
        minWidthProperty().bind(picture.fitWidthProperty().add(FRAME));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }
}
