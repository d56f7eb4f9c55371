package distillery.view.lessons;

import distillery.lesson.PictureFile;
import distillery.lesson.Prose;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** A picture as wide as the text, and never larger than it is; in its place what it shows, if it is no longer there. */
final class PictureView extends Pane {
    /** What makes two pictures the same: a picture saved anew is another. */
    private record Source(URI place, long content) {}

    /** Decoded once, for a card is made anew with every change of language; for the window's thread only. */
    private static final Map<Source, SoftReference<CompletableFuture<Image>>> DECODED = new HashMap<>();

    /** Loaded in the background, since a disk may be slow and a picture large. */
    private static final Executor DECODER = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "pictures");
        thread.setDaemon(true);
        return thread;
    });

    private final ImageView view = new ImageView();
    private final Label words = new Label();
    private final double width;
    private final double height;
    private final CompletableFuture<?> decoded;
    private boolean lost;

    PictureView(Prose.Picture picture) {
        CompletableFuture<Image> image = image(picture);
        Image now = image.isDone() && !image.isCompletedExceptionally() ? image.join() : null;
        width = picture.width() == 0 && now != null ? now.getWidth() : picture.width();
        height = picture.width() == 0 && now != null ? now.getHeight() : picture.height();
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setAccessibleText(picture.alt());
        words.setText(picture.alt());
        words.setWrapText(true);
        getChildren().setAll(view, words);
        take(now);
        lost = image.isCompletedExceptionally();
        decoded = image.isDone()
                ? CompletableFuture.completedFuture(now)
                : image.handleAsync(this::takeOrLose, Platform::runLater);
    }

    /** Done once, in the window's thread, the picture is there, or will never be. */
    CompletableFuture<?> decoded() {
        return decoded;
    }

    private boolean takeOrLose(@Nullable Image image, @Nullable Throwable failure) {
        lost = image == null;
        take(image);
        return !lost;
    }

    private void take(@Nullable Image image) {
        view.setImage(image);
        view.setVisible(image != null);
        words.setVisible(image == null);
        requestLayout();
    }

    private static CompletableFuture<Image> image(Prose.Picture picture) {
        Source source = new Source(picture.source(), picture.content());
        SoftReference<CompletableFuture<Image>> kept = DECODED.get(source);
        CompletableFuture<Image> before = kept == null ? null : kept.get();
        if (before != null && !before.isCompletedExceptionally()) { // it may be there the next time
            return before;
        }
        DECODED.values().removeIf(each -> each.refersTo(null));
        CompletableFuture<Image> image = picture.width() == 0
                ? atOnce(picture.source())
                : CompletableFuture.supplyAsync(() -> decode(picture), DECODER);
        DECODED.put(source, new SoftReference<>(image));
        return image;
    }

    private static CompletableFuture<Image> atOnce(URI place) {
        Image image = new Image(place.toString());
        return image.isError()
                ? CompletableFuture.failedFuture(image.getException())
                : CompletableFuture.completedFuture(image);
    }

    private static Image decode(Prose.Picture picture) {
        try {
            BufferedImage decoded = PictureFile.decode(picture);
            return SwingFXUtils.toFXImage(decoded, null);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
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
    protected double computePrefHeight(double room) {
        return lost || width == 0 ? words.prefHeight(room) : height * Math.min(1, room / width);
    }

    @Override
    protected void layoutChildren() {
        view.setFitWidth(Math.min(getWidth(), width));
        words.resizeRelocate(0, 0, getWidth(), words.prefHeight(getWidth()));
    }
}
