package distillery.lab.setup;

import distillery.data.Agreed;
import distillery.data.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Opens and saves set-ups on the thread that asks, and throws what is against it. */
public final class OnTheSpot {
    private OnTheSpot() {}

    public static void open(Document document, Path path) throws Problem {
        List<Problem> problems = new ArrayList<>();
        document.open(path, Runnable::run, () -> {}, problems::add);
        throwFirst(problems);
    }

    public static void save(Document document, Path path) throws Problem {
        List<Problem> problems = new ArrayList<>();
        document.save(Agreed.replacing(path), Runnable::run, () -> {}, problems::add);
        throwFirst(problems);
    }

    private static void throwFirst(List<Problem> problems) throws Problem {
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
    }
}
