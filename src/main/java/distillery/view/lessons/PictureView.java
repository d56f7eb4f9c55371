package distillery.view.lessons;

import distillery.lesson.Prose;
import java.lang.ref.SoftReference;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;

/** A picture as wide as the text, and never larger than it is. */
final class PictureView extends Pane {
    /** What makes two pictures the same: a picture saved anew is another. */
    private record Source(URI place, long content) {}

    /** Decoded once, for a card is made anew with every change of language; only the window's thread comes here. */
    private static final Map<Source, SoftReference<Image>> DECODED = new HashMap<>();

    private final ImageView view;

    private PictureView(ImageView view) {
        super(view);
        this.view = view;
    }

    /** The picture; empty if it can no longer be read. */
    static Optional<Node> of(Prose.Picture picture) {
        Image image = image(new Source(picture.source(), picture.content()));
        if (image.isError()) {
            return Optional.empty();
        }
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setAccessibleText(picture.alt());
        return Optional.of(new PictureView(view));
    }

    private static Image image(Source source) {
        SoftReference<Image> kept = DECODED.get(source);
        Image before = kept == null ? null : kept.get();
        if (before != null) {
            return before;
        }
        DECODED.values().removeIf(each -> each.refersTo(null));
        Image image = new Image(source.place().toString());
        if (!image.isError()) { // it may be there the next time
            DECODED.put(source, new SoftReference<>(image));
        }
        return image;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        Image image = view.getImage();
        return image.getHeight() * Math.min(1, width / image.getWidth());
    }

    @Override
    protected void layoutChildren() {
        view.setFitWidth(Math.min(getWidth(), view.getImage().getWidth()));
    }
}
