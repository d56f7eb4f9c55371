package distillery.lesson;

import distillery.lesson.PictureFile.Unfit;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the pictures of a lesson, and only those that are whole and lie in its own folder. */
final class Pictures {
    /** The limit on all pictures of a file together, so that a card loads quickly. */
    private static final long MOST_PIXELS = 40_000_000;

    private static final int REMEMBERED = 200;
    private static final Pattern REMOTE = Pattern.compile("(?s)^([A-Za-z][A-Za-z0-9+.-]+:|//).*");
    private static final Pattern OUTSIDE = Pattern.compile("(?s)^(/|[A-Za-z]:).*|(^|.*/)\\.\\.(/.*|$)|.*\\\\.*");

    /** Sums over files that were decoded once and found whole: a lesson is read again with every save. */
    private static final Map<Long, Integer> WHOLE = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final LessonSource place;
    private final Patience patience;
    private final Diagnostics findings;
    private final Map<String, PictureFile> found = new HashMap<>();
    private long pixels;

    Pictures(LessonSource place, Patience patience, Diagnostics findings) {
        this.place = place;
        this.patience = patience;
        this.findings = findings;
    }

    /** The picture that a line of the lesson names; what stands in its place, with a finding, if it may not be shown. */
    Prose.Block find(String name, String alt, int line) {
        if (findings.full()) {
            return findings.refuse(alt + " (" + name + ")", "lesson.picture-missing", line, name);
        }
        try {
            PictureFile file = found.get(name);
            if (file == null) {
                file = open(name);
                found.put(name, file);
            }
            // Included pictures are shown at once: they are small, and always there.
            return place instanceof LessonSource.Included
                    ? new Prose.Picture(alt, place.uri(name), file.content())
                    : new Prose.Picture(alt, place.uri(name), file.content(), file.width(), file.height());
        } catch (Unfit unfit) {
            return findings.refuse(alt + " (" + name + ")", unfit.key(), line, name);
        } catch (IOException unreadable) {
            return findings.refuse(alt + " (" + name + ")", "lesson.picture-broken", line, name);
        }
    }

    private PictureFile open(String name) throws Unfit, IOException {
        if (OUTSIDE.matcher(name).matches()) {
            throw new Unfit("lesson.picture-outside");
        }
        if (REMOTE.matcher(name).matches()) {
            throw new Unfit("lesson.picture-remote");
        }
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g)")) {
            throw new Unfit("lesson.picture-kind");
        }
        if (!place.has(name)) {
            throw new Unfit("lesson.picture-missing");
        }
        if (!place.holds(name)) {
            throw new Unfit(place.leadsOut(name) ? "lesson.picture-outside" : "lesson.picture-kind");
        }
        try (InputStream in = place.open(name)) {
            PictureFile file = PictureFile.read(in);
            if (file.isForPrint()) {
                throw new Unfit("lesson.picture-print"); // some decoders refuse it, others guess its colours
            }
            pixels += (long) file.width() * file.height();
            if (pixels > MOST_PIXELS) {
                throw new Unfit("lesson.pictures-pixels");
            }
            if (!(place instanceof LessonSource.Included)) {
                decodeOnce(file);
            }
            return file;
        }
    }

    /** The body may not hold what the head says. */
    private void decodeOnce(PictureFile file) throws Unfit {
        synchronized (WHOLE) {
            if (WHOLE.containsKey(file.content())) {
                return;
            }
        }
        try {
            file.decode(patience::isOver);
        } catch (IOException broken) {
            throw new Unfit(patience.isOver() ? "lesson.pictures-late" : "lesson.picture-broken");
        }
        synchronized (WHOLE) {
            WHOLE.put(file.content(), file.width());
        }
    }
}
