package distillery.view.explore;

import distillery.lab.example.DigitExample;
import distillery.lab.explore.ExploreModel;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The handwritten digit of the example, white ink on black as the data has it, pixel by pixel. */
final class DigitPicture extends ImageView {
    DigitPicture(ExploreModel model) {
        setId("explore-digit");
        setPreserveRatio(true);
        setSmooth(false);
        model.exampleProperty().addListener((property, before, now) -> show(model.digit()));
        model.digitsProperty().addListener((property, before, now) -> show(model.digit()));
        show(model.digit());
    }

    private void show(@Nullable DigitExample digit) {
        if (digit == null) {
            setImage(null);
            return;
        }
        WritableImage image = new WritableImage(digit.width(), digit.height());
        PixelWriter pen = image.getPixelWriter();
        for (int i = 0; i < digit.pixels().size(); i++) {
            double ink = Math.max(0, Math.min(1, digit.pixels().get(i)));
            pen.setColor(i % digit.width(), i / digit.width(), Color.gray(ink));
        }
        setImage(image);
        setAccessibleText(digit.labelName());
    }
}
