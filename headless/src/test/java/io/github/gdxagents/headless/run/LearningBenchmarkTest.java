package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.headless.run.LearningBenchmark.Reached;
import io.github.gdxagents.headless.run.LearningBenchmark.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the numbers of runs are told; {@code LearningBenchCommandTest} makes some. */
class LearningBenchmarkTest {

    private static final Run FAST = run(1, 18.5, at(100), at(200), at(300));
    private static final Run SLOW = run(2, 17.5, at(400), at(1000), Optional.empty());
    private static final Run HOPELESS = run(3, -20, Optional.empty(), Optional.empty(), Optional.empty());

    @Test
    void runTellsWhenItReachedEachMark() {
        Map<String, ?> map = SLOW.toMap();
        assertEquals(
                List.of(
                        "seed",
                        "decisions0",
                        "seconds0",
                        "cpu0",
                        "decisions18",
                        "seconds18",
                        "cpu18",
                        "decisions20",
                        "seconds20",
                        "cpu20",
                        "heldOut",
                        "heldOutError",
                        "heldOutEpisodes",
                        "decisions"),
                List.copyOf(map.keySet()));
        assertEquals(2L, map.get("seed"));
        assertEquals(1000L, map.get("decisions18"));
        assertEquals(10.0, map.get("seconds18"));
        assertEquals(20.0, map.get("cpu18"));
        assertEquals(null, map.get("decisions20"));
        assertEquals(null, map.get("seconds20"));
        assertEquals(null, map.get("cpu20"));
        assertEquals(17.5, map.get("heldOut"));
        assertEquals(0.25, map.get("heldOutError"));
        assertEquals(100, map.get("heldOutEpisodes"));
        assertEquals(5000L, map.get("decisions"));
    }

    @Test
    void markThatWasNotReachedCountsAsMoreThanAnyOther() {
        Map<String, ?> median = LearningBenchmark.median(List.of(HOPELESS, FAST, SLOW));
        assertEquals(400.0, median.get("decisions0"));
        assertEquals(1000.0, median.get("decisions18"));
        assertEquals(20.0, median.get("cpu18"));
        assertEquals(null, median.get("decisions20"));
        assertEquals(17.5, median.get("heldOut"));
    }

    @Test
    void medianOfAnEvenNumberIsTheMiddleOfTwo() {
        Map<String, ?> median = LearningBenchmark.median(List.of(SLOW, FAST));
        assertEquals(250.0, median.get("decisions0"));
        assertEquals(6.0, median.get("seconds18"));
        assertEquals(null, median.get("decisions20"));
        assertEquals(18.0, median.get("heldOut"));
    }

    @Test
    void medianHasTheSameNamesButTheSeed() {
        List<String> names = List.copyOf(FAST.toMap().keySet());
        assertEquals(
                names.subList(1, names.size()),
                List.copyOf(LearningBenchmark.median(List.of(FAST)).keySet()));
    }

    private static Optional<Reached> at(long decisions) {
        return Optional.of(new Reached(decisions, decisions / 100.0, decisions / 50.0));
    }

    private static Run run(
            long seed, double heldOut, Optional<Reached> to0, Optional<Reached> to18, Optional<Reached> to20) {
        return new Run(seed, List.of(to0, to18, to20), new HeldOutScore(4000, 100, heldOut, 0.25), 5000);
    }
}
