package distillery.view.digits;

import distillery.data.Shape;
import distillery.lab.digits.DigitNet;
import distillery.lab.digits.InsideDigit;
import distillery.train.FeatureMaps;
import distillery.train.FirstLayer;
import distillery.train.LogitSum;
import distillery.train.NetInside;
import distillery.view.Numbers;
import distillery.view.Role;
import distillery.view.Texts;
import distillery.view.digits.TileSight.Tile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is to be seen of a picture in one of two nets; both are drawn on one scale where their numbers can be compared. */
final class InsideSights {
    private static final int MOST_UNITS = 12;
    private static final int MOST_MAPS = 64;
    private static final int DECIMALS = 2;
    private static final String FIRST_MAPS = "conv1";

    private final InsideDigit seen;
    private final NetInside inside;
    private final String title;
    private final Role role;
    private final Texts texts;

    InsideSights(InsideDigit seen, boolean teacher, Texts texts) {
        this.seen = seen;
        this.texts = texts;
        DigitNet net = teacher ? seen.answers().panel().teacher() : seen.student();
        inside = teacher ? seen.ofTeacher() : seen.ofStudent();
        title = NetWords.of(net, texts);
        role = NetWords.role(net);
    }

    /** How a layer that makes maps is called: by its name in the net. */
    static String layer(String name, Texts texts) {
        return texts.get("digits.tap." + name.replaceAll("[0-9]", ""), name.replaceAll("[^0-9]", ""));
    }

    /** The sum of the logit, written out. */
    String sum() {
        return SumWords.of(inside.sum(), title, seen.className(), texts);
    }

    NetSight units() {
        double largest = largest(both().map(NetInside::sum)
                .flatMap(sum -> IntStream.range(0, sum.units()).mapToObj(unit -> new double[] {sum.part(unit)})));
        LogitSum sum = inside.sum();
        return new UnitSight(new NetHead(title, logit(), role), sum, largest, texts);
    }

    private String logit() {
        return texts.get(
                "digits.inside.logit",
                seen.className(),
                Numbers.signed(inside.sum().logit(), DECIMALS),
                inside.sum().units());
    }

    NetSight weights() {
        FirstLayer first = inside.first();
        int[] shown = Arrays.copyOf(first.order(), Math.min(first.kernels() ? MOST_MAPS : MOST_UNITS, first.units()));
        double largest = largest(Arrays.stream(shown).mapToObj(first::of));
        Optional<FeatureMaps> made = inside.maps().stream()
                .filter(maps -> first.kernels() && maps.name().equals(FIRST_MAPS))
                .findFirst();
        List<Tile> tiles = new ArrayList<>();
        for (int unit : shown) {
            tiles.add(made.map(maps -> kernel(first, maps, unit, largest)).orElseGet(() -> unit(first, unit, largest)));
        }
        String key = first.kernels() ? "digits.inside.kernels" : "digits.inside.weights";
        String subtitle = texts.get(key, shown.length, first.units(), Numbers.loss(largest));
        return new TileSight(new NetHead(title, subtitle, role), tiles, made.isPresent() ? 2 : 1);
    }

    private Tile unit(FirstLayer first, int unit, double largest) {
        String part = Numbers.signed(first.parts()[unit], DECIMALS);
        return new Tile(
                texts.get("digits.inside.unit", unit) + "  " + part,
                texts.get("digits.inside.first.spoken", unit, part),
                shades -> List.of(shades.picture(first.of(unit), first.height(), largest)));
    }

    private Tile kernel(FirstLayer first, FeatureMaps maps, int unit, double largest) {
        double most = largest(Stream.of(maps.values()));
        return new Tile(
                texts.get("digits.inside.channel", unit),
                channel(maps, unit),
                shades -> List.of(
                        shades.picture(first.of(unit), first.height(), largest),
                        shades.picture(maps.of(unit), maps.shape().height(), most)));
    }

    private String channel(FeatureMaps maps, int channel) {
        double[] values = maps.of(channel);
        return texts.get(
                "digits.inside.channel.spoken",
                channel,
                Numbers.loss(Arrays.stream(values).max().orElse(0)),
                strongest(values, maps.shape().height(), 1));
    }

    private Optional<FeatureMaps> maps(NetInside net, String name) {
        return net.maps().stream().filter(maps -> maps.name().equals(name)).findFirst();
    }

    /** The maps of the layer of this name. */
    NetSight maps(String name) {
        Optional<FeatureMaps> found = maps(inside, name);
        if (found.isEmpty()) {
            return new TileSight(new NetHead(title, texts.get("digits.inside.no-maps"), role), List.of(), 1);
        }
        FeatureMaps maps = found.get();
        double most = largest(Stream.of(maps.values()));
        int count = Math.min(MOST_MAPS, maps.shape().channels());
        List<Tile> tiles = IntStream.range(0, count)
                .mapToObj(channel -> new Tile(
                        texts.get("digits.inside.channel", channel),
                        channel(maps, channel),
                        shades -> List.of(
                                shades.picture(maps.of(channel), maps.shape().height(), most))))
                .toList();
        String subtitle =
                texts.get("digits.inside.maps", count, maps.shape().channels(), layer(name, texts), Numbers.loss(most));
        return new TileSight(new NetHead(title, subtitle, role), tiles, 1);
    }

    /** Where the net looks: slopes along the pixels, and where the maps of this name are active. */
    NetSight gaze(String name) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(slope("logit", inside.logitSlope(), largest(both().map(NetInside::logitSlope))));
        tiles.add(slope("loss", inside.lossSlope(), largest(both().map(NetInside::lossSlope))));
        maps(inside, name).ifPresent(maps -> tiles.add(attention(maps, name)));
        return new TileSight(new NetHead(title, logit(), role), tiles, 1);
    }

    private Tile slope(String of, double[] slope, double largest) {
        int height = picture().height();
        double most = largest(Stream.of(slope));
        return new Tile(
                texts.get("digits.inside.slope." + of, Numbers.loss(most)),
                texts.get(
                        "digits.inside.slope." + of + ".spoken",
                        seen.className(),
                        strongest(slope, height, 1),
                        strongest(slope, height, -1)),
                shades -> List.of(
                        shades.picture(slope, height, largest, seen.answers().picture(), picture())));
    }

    private Tile attention(FeatureMaps maps, String name) {
        double[] own = maps.attention();
        double largest = largest(both().flatMap(net -> maps(net, name).stream()).map(FeatureMaps::attention));
        return new Tile(
                texts.get("digits.inside.attention", layer(name, texts)),
                texts.get(
                        "digits.inside.attention.spoken",
                        layer(name, texts),
                        strongest(own, maps.shape().height(), 1)),
                shades -> List.of(shades.picture(
                        own, maps.shape().height(), largest, seen.answers().picture(), picture())));
    }

    private Shape picture() {
        return seen.answers().panel().test().shape();
    }

    private Stream<NetInside> both() {
        return Stream.of(seen.ofTeacher(), seen.ofStudent());
    }

    private static double largest(Stream<double[]> all) {
        return all.flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    }

    /** Where numbers are largest, or with −1 smallest: one of three times three places. */
    private String strongest(double[] values, int height, int sign) {
        int best = IntStream.range(0, values.length).reduce(0, (a, b) -> sign * values[b] > sign * values[a] ? b : a);
        if (!(sign * values[best] > 0)) {
            return texts.get("train.inside.nowhere");
        }
        int width = values.length / height;
        int row = best / width;
        return texts.get("train.inside.place." + third(row, height) + third(best % width, width));
    }

    private static int third(int at, int of) {
        return (int) (3 * (at + 0.5) / of);
    }
}
