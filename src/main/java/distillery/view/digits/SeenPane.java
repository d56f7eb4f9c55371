package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.lab.digits.Answers;
import distillery.lab.digits.DigitsModel;
import distillery.view.Texts;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/** The 28 × 28 pixels that the nets see, pixel by pixel. */
final class SeenPane extends StackPane {
    private static final double SIDE = 14 * 7;

    /** Both lines of its frame, in pixels. */
    private static final double FRAME = 2;

    SeenPane(DigitsModel model, Appearance appearance, Texts texts) {
        ImageView picture = new ImageView();
        picture.setId("digits-seen");
        picture.setSmooth(false);
        picture.setPreserveRatio(true);
        picture.fitWidthProperty().bind(appearance.textScaleProperty().multiply(SIDE));
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
