package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {

    @Test
    void statisticsAreTheHandWorkedOnes() {
        EvaluationReport report = new EvaluationReport(List.of(1.0, 2.0, 3.0, 6.0, 3.0), 55);
        assertEquals(3, report.mean(), 1e-12);
        // (4 + 1 + 0 + 9 + 0) / 4.
        assertEquals(Math.sqrt(3.5), report.standardDeviation(), 1e-12);
        assertEquals(1.96 * Math.sqrt(3.5 / 5), report.confidence95(), 1e-12);
        assertEquals(1, report.min());
        assertEquals(6, report.max());
        assertEquals(4, report.distinct());
        assertEquals(55, report.decisions());
    }

    @Test
    void negativeScoresCount() {
        EvaluationReport report = new EvaluationReport(List.of(-21.0, -21.0, -19.0, -19.0), 1);
        assertEquals(-20, report.mean());
        assertEquals(-21, report.min());
        assertEquals(-19, report.max());
        assertEquals(2, report.distinct());
        assertEquals(Math.sqrt(4.0 / 3), report.standardDeviation(), 1e-12);
    }

    @Test
    void aSingleEpisodeHasNoSpread() {
        EvaluationReport report = new EvaluationReport(List.of(-21.0), 7);
        assertEquals(0, report.standardDeviation());
        assertEquals(0, report.confidence95());
        assertEquals(-21, report.mean());
        assertEquals(1, report.distinct());
    }

    @Test
    void scoresAreCopiedAndThereIsOneAtLeast() {
        List<Double> scores = new ArrayList<>(List.of(4.0));
        EvaluationReport report = new EvaluationReport(scores, 1);
        scores.set(0, 9.0);
        assertEquals(List.of(4.0), report.scores());
        List<Double> none = List.of();
        assertThrows(IllegalArgumentException.class, () -> new EvaluationReport(none, 0));
    }
}
