package distillery.train.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.method.MethodKind;
import distillery.train.Preset;
import distillery.train.TrainSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {
    private static final TrainSettings FEW = Preset.FEW_LABELS.settings();

    @Test
    void everyCombinationIsOneRunAndTheLastAxisRunsFastest() throws Problem {
        Grid grid = Grid.parse(FEW, "temperature=1,2.50,4; alpha=0,0.9; seed=1..5");
        assertEquals(30, grid.size());
        assertEquals("temperature 1, alpha 0, seed 1", grid.name(0));
        assertEquals("temperature 1, alpha 0, seed 2", grid.name(1));
        assertEquals("temperature 4, alpha 0.9, seed 5", grid.name(29));
        TrainSettings settings = grid.settings(29);
        assertEquals(4, settings.live().knobs().temperature());
        assertEquals(0.9, settings.live().knobs().softWeight());
        assertEquals(0.1, settings.live().knobs().hardWeight(), 1e-12);
        assertEquals(5, settings.seed());
        assertEquals(settings.withSeed(1), grid.shared(29));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), grid.seeds());
        assertEquals("temperature=1,2.5,4; alpha=0,0.9; seed=1,2,3,4,5", grid.toString());
    }

    @Test
    void cornersComeFirstAndThenTheMiddle() throws Problem {
        Grid grid = Grid.parse(FEW, "temperature=1,2,4,8,20; alpha=0,0.5,1; seed=1,2");
        List<String> names = new ArrayList<>();
        for (int run : grid.coarseFirst()) {
            names.add(grid.name(run));
        }
        assertEquals(30, Set.copyOf(names).size());
        assertEquals(
                List.of(
                        "temperature 1, alpha 0, seed 1",
                        "temperature 1, alpha 1, seed 1",
                        "temperature 20, alpha 0, seed 1",
                        "temperature 20, alpha 1, seed 1",
                        "temperature 1, alpha 0, seed 2"),
                names.subList(0, 5));
        assertEquals("temperature 1, alpha 0.5, seed 1", names.get(8));
        assertTrue(
                names.subList(18, 30).stream().allMatch(name -> name.matches("temperature [28],.*")), names::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 40})
    void partsHaveNothingInCommonAndAreTheWholeTogether(int count) throws Problem {
        Grid grid = Grid.parse(FEW, "temperature=1,2,4; seed=1..10");
        Set<Integer> seen = new HashSet<>();
        int runs = 0;
        for (int number = 1; number <= count; number++) {
            List<Integer> part = new SweepFolder.Plan(grid, 1, new Shard(number, count)).order();
            seen.addAll(part);
            runs += part.size();
        }
        assertEquals(30, runs);
        assertEquals(30, seen.size());
    }

    @ParameterizedTest
    @CsvSource({
        "labels, 500",
        "width, 64",
        "epochs, 3",
        "batch, 32",
        "learning-rate, 0.001",
        "jitter, 1",
        "smoothing, 0.2",
        "soft-weight, 0.3",
        "hard-weight, 2",
        "student, 784-64-10",
        "method, dkd",
        "optimiser, sgd:0.9",
        "initialisation, xavier"
    })
    void everySettingOfTheCommandLineCanBeVaried(String name, String value) throws Problem {
        Grid grid = Grid.parse(FEW, name + "=" + value);
        assertTrue(!grid.settings(0).equals(FEW), grid::toString);
    }

    @Test
    void aMethodsOwnNumberGoesWithItsMethod() throws Problem {
        TrainSettings settings = Grid.parse(FEW, "dkd-beta=2; method=dkd").settings(0);
        assertEquals(MethodKind.DECOUPLED, settings.method().kind());
        assertTrue(settings.method().parameters().containsValue(2.0));
    }

    @Test
    void whatIsVariedCountsForNothingInTheBase() throws Problem {
        TrainSettings other = FEW.with(draft -> {
            draft.live = draft.live.withKnobs(new distillery.method.LiveHyperparameters(3, 0.9, 0.1));
            draft.seed = 99;
        });
        String text = "temperature=1,2; seed=1..3";
        assertEquals(Grid.parse(FEW, text), Grid.parse(other, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | names nothing",
                "temperature | is not a part of a grid",
                "temperature= | is not a part of a grid",
                "warmth=1 | is not a setting that a sweep can vary",
                "temperature=1,one | \"one\" is not a number",
                "temperature=1,1.0 | there twice",
                "temperature=1; temperature=2 | there twice",
                "seed=5..1 | is not a range",
                "seed=1.5 | is not a seed",
                "epochs=1.5 | whole number",
                "temperature=1,1000 | must be between 0.05 and 100",
                "alpha=2 | must be between 0 and 1",
                "student=784-nothing-10 | neither a width",
                "method=magic | must be one of",
                "teacher-epochs=3 | trained here",
                "dkd-beta=3 | says nothing to the method hinton",
                "seed=1..1000000 | At most 100,000",
                "student=784-5-10,784-6-10; width=5,6 | are the same run",
                "seed=1..99999; temperature=1,2 | At most 100,000"
            })
    void whatCannotBeIsRefusedInASentence(String text, String words) {
        Problem refused = assertThrows(Problem.class, () -> Grid.parse(FEW, text));
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    @Test
    void valuesWithoutAnOrderDoNotWait() throws Problem {
        assertArrayEquals(
                new int[] {0, 0, 0}, GridAxis.parse("method=hinton,dkd,labels").levels());
        assertArrayEquals(
                new int[] {0, 2, 1, 2, 0},
                GridAxis.parse("temperature=1,2,4,8,20").levels());
        assertArrayEquals(
                new int[] {1, 0, 0}, GridAxis.parse("temperature=4,1,8").levels());
    }
}
