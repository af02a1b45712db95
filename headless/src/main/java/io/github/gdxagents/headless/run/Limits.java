package io.github.gdxagents.headless.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When a run ends by itself; each limit may be absent.
 *
 * @param maxDecisions stops after the update in which so many decisions are reached, 1 or more
 * @param maxEpisodes stops when so many episodes are finished, 1 or more
 * @param maxUpdates stops after so many updates, 1 or more
 * @param maxSeconds stops after so many seconds of training, above 0; counted over all lives of the run
 * @param untilScore stops when a held-out score reaches this beyond noise
 */
public record Limits(
        Optional<Long> maxDecisions,
        Optional<Long> maxEpisodes,
        Optional<Long> maxUpdates,
        Optional<Double> maxSeconds,
        Optional<Double> untilScore) {

    /**
     * Checks the ranges.
     *
     * @param maxDecisions stops after the update in which so many decisions are reached, 1 or more
     * @param maxEpisodes stops when so many episodes are finished, 1 or more
     * @param maxUpdates stops after so many updates, 1 or more
     * @param maxSeconds stops after so many seconds of training, above 0; counted over all lives of the run
     * @param untilScore stops when a held-out score reaches this beyond noise
     */
    public Limits {
        maxDecisions.ifPresent(limit -> check("max-decisions", limit >= 1, "1 or more", limit));
        maxEpisodes.ifPresent(limit -> check("max-episodes", limit >= 1, "1 or more", limit));
        maxUpdates.ifPresent(limit -> check("max-updates", limit >= 1, "1 or more", limit));
        maxSeconds.ifPresent(limit -> check("max-seconds", limit > 0 && limit < 1e9, "above 0 and under 1e9", limit));
        untilScore.ifPresent(limit -> check("until-score", Double.isFinite(limit), "a finite number", limit));
    }

    /**
     * A run without an end of its own.
     *
     * @return all limits absent
     */
    public static Limits none() {
        return new Limits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * These limits, with others in their place where others are given.
     *
     * @param given the others
     * @return new limits
     */
    public Limits overriddenBy(Limits given) {
        return new Limits(
                given.maxDecisions.or(() -> maxDecisions),
                given.maxEpisodes.or(() -> maxEpisodes),
                given.maxUpdates.or(() -> maxUpdates),
                given.maxSeconds.or(() -> maxSeconds),
                given.untilScore.or(() -> untilScore));
    }

    /** The limits that there are, by their names as options; in a fixed order. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        maxDecisions.ifPresent(limit -> settings.put("max-decisions", limit));
        maxEpisodes.ifPresent(limit -> settings.put("max-episodes", limit));
        maxUpdates.ifPresent(limit -> settings.put("max-updates", limit));
        maxSeconds.ifPresent(limit -> settings.put("max-seconds", limit));
        untilScore.ifPresent(limit -> settings.put("until-score", limit));
        return settings;
    }

    private static void check(String name, boolean fits, String range, Object value) {
        if (!fits) {
            throw new InputException(name + " must be " + range + ", but was " + value);
        }
    }
}
