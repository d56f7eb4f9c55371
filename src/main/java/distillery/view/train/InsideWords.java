package distillery.view.train;

import distillery.lab.train.InsideSight;
import distillery.method.MethodPicture;
import distillery.method.MethodPicture.Maps;
import distillery.method.MethodPicture.Patterns;
import distillery.method.MethodPicture.Relations;
import distillery.view.Numbers;
import distillery.view.Texts;

/** Says what is seen in the picture of what a method compares. */
final class InsideWords {
    private static final int PARTS = 3;

    private InsideWords() {}

    static String of(InsideSight sight, int row, Texts texts) {
        MethodPicture picture = sight.parts().get(0);
        if (picture instanceof Maps maps) {
            return texts.get(
                    "train.inside.maps",
                    sight.labelName(row),
                    place(maps, maps.teacher(), row, texts),
                    place(maps, maps.student(), row, texts),
                    Numbers.percent(maps.likeness(row)));
        }
        if (picture instanceof Relations relations) {
            return texts.get(
                    relations.distances() ? "train.inside.distances" : "train.inside.similarities",
                    mean(relations.teacher(), sight, true),
                    mean(relations.teacher(), sight, false),
                    mean(relations.student(), sight, true),
                    mean(relations.student(), sight, false));
        }
        Patterns patterns = (Patterns) picture;
        return texts.get(
                "train.inside.patterns",
                sight.labelName(row),
                patterns.agreed(row),
                patterns.units(),
                Numbers.percent(patterns.agreement()));
    }

    /** A number where there are such pairs. */
    private static String mean(double[] table, InsideSight sight, boolean sameClass) {
        double mean = Relations.mean(table, sight.labels(), sameClass);
        return Double.isNaN(mean) ? "–" : Numbers.loss(mean);
    }

    /** Where a sample's map is strongest: one of three times three places. */
    private static String place(Maps maps, double[] values, int row, Texts texts) {
        int plane = maps.height() * maps.width();
        int best = 0;
        for (int i = 1; i < plane; i++) {
            if (values[row * plane + i] > values[row * plane + best]) {
                best = i;
            }
        }
        if (values[row * plane + best] <= 0) {
            return texts.get("train.inside.nowhere");
        }
        int down = third(best / maps.width(), maps.height());
        int across = third(best % maps.width(), maps.width());
        return texts.get("train.inside.place." + down + across);
    }

    private static int third(int at, int of) {
        return (int) ((at + 0.5) / of * PARTS);
    }
}
