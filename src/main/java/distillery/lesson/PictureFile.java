package distillery.lesson;

import distillery.data.PlainFile;
import distillery.data.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A PNG or JPEG file in memory, whole and of a bearable size: as its head says, for a small file can hold a picture that
 * no memory can. Nothing is decoded before {@link #decode}.
 */
public final class PictureFile {
    private static final int LARGEST_FILE = 4 << 20;
    private static final long MOST_PIXELS = 16_000_000;
    private static final int LONGEST_SIDE = 10_000;

    /** A picture is decoded no finer than paper shows it. */
    private static final int WIDEST = 1_400;

    /** No screen can hold more as one texture. */
    private static final int HIGHEST = 4_000;

    /** The sentences about a picture of a lesson, and those about one that somebody chose. */
    private static final Map<String, String> CHOSEN = Map.of(
            "lesson.picture-kind", "picture.kind",
            "lesson.picture-large", "picture.large",
            "lesson.picture-pixels", "picture.pixels");

    private final byte[] bytes;
    private final long content;
    private int width;
    private int height;

    /** What is wrong with a file: the key of a sentence that the picture's name fills. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        private final String key;

        Unfit(String key) {
            super(key);
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    private PictureFile(byte[] bytes) throws Unfit, IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        content = sum.getValue();
        this.bytes = PictureBytes.checked(bytes);
        use(reader -> {
            width = reader.getWidth(0);
            height = reader.getHeight(0);
            return true;
        });
        if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
            throw new Unfit("lesson.picture-pixels");
        }
    }

    static PictureFile read(InputStream in) throws Unfit, IOException {
        byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
        if (bytes.length > LARGEST_FILE) {
            throw new Unfit("lesson.picture-large");
        }
        return new PictureFile(bytes);
    }

    /**
     * The picture of a lesson as it is shown.
     *
     * @throws IOException if it is no longer what it was when the lesson was read
     */
    public static BufferedImage decode(Prose.Picture picture) throws IOException {
        URI source = picture.source();
        if ("file".equals(source.getScheme()) && !PlainFile.is(Path.of(source))) {
            throw new IOException("no file");
        }
        try (InputStream in = source.toURL().openStream()) {
            PictureFile file = read(in);
            if (file.content != picture.content()) {
                throw new IOException("another picture");
            }
            return file.decode(() -> false);
        } catch (Unfit changed) {
            throw new IOException(changed);
        }
    }

    /**
     * A picture that somebody chose or dropped.
     *
     * @throws Problem if it cannot be read, or is none
     */
    public static BufferedImage decode(Path chosen) throws Problem {
        if (!PlainFile.is(chosen)) {
            throw new Problem("picture.missing", chosen.toString());
        }
        try (InputStream in = Files.newInputStream(chosen)) {
            return read(in).decode(() -> false);
        } catch (Unfit unfit) {
            throw new Problem(unfit, CHOSEN.getOrDefault(unfit.key(), "picture.broken"), chosen.toString());
        } catch (IOException broken) {
            throw new Problem(broken, "picture.broken", chosen.toString());
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** A sum over the file. */
    long content() {
        return content;
    }

    /** Whether it holds four colours, as printing presses want them, which no screen shows. */
    boolean isForPrint() {
        return PictureBytes.colours(bytes) > 3;
    }

    /** Decodes it, leaving out rows and columns of which nobody would see anything; fails as soon as time is up. */
    BufferedImage decode(BooleanSupplier timeIsUp) throws IOException {
        int step = Math.max(1, Math.max(width / WIDEST, (height + HIGHEST - 1) / HIGHEST));
        return use(reader -> {
            reader.addIIOReadProgressListener(stopping(reader, timeIsUp));
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceSubsampling(Math.min(step, width), Math.min(step, height), 0, 0);
            BufferedImage image = reader.read(0, how);
            if (timeIsUp.getAsBoolean()) {
                throw new IOException("perhaps not all of it");
            }
            return image;
        });
    }

    /** A decoder tells after each row how far it is; whichever of its news it is, it is a moment to look at the clock. */
    private static IIOReadProgressListener stopping(ImageReader reader, BooleanSupplier timeIsUp) {
        Class<?> news = IIOReadProgressListener.class;
        return (IIOReadProgressListener)
                Proxy.newProxyInstance(news.getClassLoader(), new Class<?>[] {news}, (listener, method, arguments) -> {
                    if (timeIsUp.getAsBoolean()) {
                        reader.abort();
                    }
                    return null;
                });
    }

    private interface Use<T> {
        T of(ImageReader reader) throws IOException;
    }

    private <T> T use(Use<T> use) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture of a known kind");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return use.of(reader);
            } catch (RuntimeException | OutOfMemoryError broken) {
                throw new IOException(broken);
            } finally {
                reader.dispose();
            }
        }
    }
}
