package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    private static final Limits ALL =
            new Limits(Optional.of(1000L), Optional.of(10L), Optional.of(7L), Optional.of(60.0), Optional.of(5.0));

    @Test
    void givenLimitsReplaceOldOnesAndOthersStay() {
        Limits given =
                new Limits(Optional.empty(), Optional.of(20L), Optional.of(8L), Optional.empty(), Optional.of(-3.0));
        assertEquals(
                new Limits(Optional.of(1000L), Optional.of(20L), Optional.of(8L), Optional.of(60.0), Optional.of(-3.0)),
                ALL.overriddenBy(given));
        assertEquals(ALL, ALL.overriddenBy(Limits.none()));
        assertEquals(ALL, Limits.none().overriddenBy(ALL));
    }

    @ParameterizedTest
    @CsvSource({
        "max-decisions, 0, 1, 1, 1, 0",
        "max-episodes, 1, -1, 1, 1, 0",
        "max-updates, 1, 1, 0, 1, 0",
        "max-updates, 1, 1, -3, 1, 0",
        "max-seconds, 1, 1, 1, 0, 0",
        "max-seconds, 1, 1, 1, NaN, 0",
        "max-seconds, 1, 1, 1, 1e9, 0",
        "until-score, 1, 1, 1, 1, NaN",
        "until-score, 1, 1, 1, 1, Infinity"
    })
    void impossibleLimitIsRefusedByName(
            String name, long maxDecisions, long maxEpisodes, long maxUpdates, double maxSeconds, double untilScore) {
        InputException e = assertThrows(
                InputException.class,
                () -> new Limits(
                        Optional.of(maxDecisions),
                        Optional.of(maxEpisodes),
                        Optional.of(maxUpdates),
                        Optional.of(maxSeconds),
                        Optional.of(untilScore)));
        assertTrue(String.valueOf(e.getMessage()).startsWith(name + " must be "), e.getMessage());
    }
}
