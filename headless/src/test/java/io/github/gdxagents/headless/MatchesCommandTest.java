package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.pong.match.CourtKind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MatchesCommandTest {

    private static final Pattern SCORE = Pattern.compile("tracker:easy (\\d+) : (\\d+) tracker:hard after .*");

    @ParameterizedTest
    @EnumSource(CourtKind.class)
    void countsWhoWinsHowManyMatches(CourtKind court) {
        List<String> lines = matches(court, "7", "3");
        assertEquals(4, lines.size());
        int left = 0;
        int right = 0;
        int won = 0;
        for (String line : lines.subList(0, 3)) {
            Matcher score = SCORE.matcher(line);
            assertTrue(score.matches(), line);
            left += Integer.parseInt(score.group(1));
            right += Integer.parseInt(score.group(2));
            won += Integer.parseInt(score.group(2)) == 5 ? 1 : 0;
        }
        assertEquals("tracker:hard (right) won " + won + " of 3, " + right + " : " + left + " points", lines.get(3));
        assertTrue(won >= 2, lines.get(3));
    }

    @ParameterizedTest
    @EnumSource(CourtKind.class)
    void eachMatchHasASeedOfItsOwn(CourtKind court) {
        List<String> lines = matches(court, "7", "2");
        assertEquals(lines.get(0), matches(court, "7", "1").get(0));
        assertEquals(lines.get(1), matches(court, "8", "1").get(0));
        assertNotEquals(lines.get(0).replace("seed 7", ""), lines.get(1).replace("seed 8", ""));
    }

    private static List<String> matches(CourtKind court, String seed, String count) {
        return CommandRun.of(
                        "matches",
                        "--left",
                        "tracker:easy",
                        "--right",
                        "tracker:hard",
                        "--points",
                        "5",
                        "--court",
                        court.label(),
                        "--seed",
                        seed,
                        "--matches",
                        count)
                .lines();
    }

    @ParameterizedTest
    @CsvSource({
        "matches --left cpu --right tracker --matches 0, 'Error: matches must be from 1 to 1000000, but was 0'",
        "matches --left cpu --right cpu, 'Error: cpu plays on the left only: Atari''s own player has no right paddle'"
    })
    void refusesWhatCannotBe(String arguments, String sentence) {
        assertEquals(sentence, CommandRun.of(arguments.split(" ", -1)).refusalOfInput());
    }

    @Test
    void anAgentNeedsAPolicy() {
        assertEquals(
                "Error: an agent needs a policy: expected --policy and a checkpoint or the folder of a run",
                CommandRun.of("matches", "--left", "cpu", "--right", "agent").refusalOfInput());
    }
}
