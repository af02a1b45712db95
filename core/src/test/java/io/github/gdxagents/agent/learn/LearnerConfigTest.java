package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnerConfigTest {

    @Test
    void theLimitsOfAllRangesAreAllowed() {
        ActorCriticConfig low = new ActorCriticConfig(0, 1, 1, 1, 0, 0, 0, 0, 0, 0, false, 0, 1e-12, false);
        ActorCriticConfig high =
                new ActorCriticConfig(1, 100, 100_000, 1000, 0.999, 10, 1, 100, 100, 100, true, 1000, 10, false);
        assertEquals(1, low.games() * low.rollout());
        assertEquals(10_000_000, high.games() * high.rollout());
        assertEquals(1024, new ActorCriticConfig(1, 1024, 1, 1, 0, 0, 0, 0, 0, 0, false, 0, 1, false).games());
    }

    @ParameterizedTest
    @CsvSource({"101, 100000, 10100000", "1024, 100000, 102400000"})
    void gamesAndRolloutAreBoundedTogether(int games, int rollout, int product) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new ActorCriticConfig(1, games, rollout, 1, 0, 0, 0, 0, 0, 0, false, 0, 1, false));
        assertEquals("games times rollout must be at most 10 million, but was " + product, refusal.getMessage());
    }

    @Test
    void passesForTheValueAloneNeedASeparateCritic() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> LearnerConfigs.actorCritic("value-passes", "3"));
        assertEquals(
                "value-passes need a separate critic: expected 0 with a shared one, but was 3", refusal.getMessage());
        assertEquals(
                3,
                LearnerConfigs.actorCritic("value-passes", "3", "critic", "separate")
                        .actorCritic()
                        .valuePasses());
    }
}
