package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ImageSpec;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.ValueRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an agent sees of a game and may do in it.
 *
 * @param observations what it sees
 * @param actions what it may do
 * @param events number of kinds of events that a learner may learn to foresee
 */
public record Spaces(ObservationSpec observations, ActionSpec actions, int events) {

    /** How many names are told. */
    private static final int NAMES = 12;

    /**
     * Those of an environment.
     *
     * @param environment asked
     * @return its spaces
     */
    public static Spaces of(Environment environment) {
        return new Spaces(environment.observationSpec(), environment.actionSpec(), environment.events());
    }

    /**
     * Those of a policy.
     *
     * @param checkpoint asked
     * @return its spaces
     */
    public static Spaces of(Checkpoint checkpoint) {
        return new Spaces(
                checkpoint.observations(),
                checkpoint.spec().actions(),
                checkpoint.spec().events());
    }

    /**
     * Why a policy of other spaces cannot play here.
     *
     * @param policy the policy's spaces
     * @return what was expected and what was found; nothing if it can
     */
    public Optional<String> differenceTo(Spaces policy) {
        ObservationSpec found = policy.observations;
        if (!found.entries().equals(observations.entries())) {
            return Optional.of("expected entries " + names(observations.entries()) + ", but found "
                    + names(found.entries()) + first(observations.entries(), found.entries()));
        }
        if (!found.images().equals(observations.images())) {
            return Optional.of("expected images " + images(observations) + ", but found " + images(found));
        }
        if (!found.equals(observations)) {
            return Optional.of("expected " + seen() + ", but found " + policy.seen());
        }
        if (!policy.actions.equals(actions)) {
            return Optional.of("expected actions " + done() + ", but found " + policy.done());
        }
        return Optional.empty();
    }

    /** Where two lists that are too long to be told in full begin to differ. */
    private static String first(List<String> expected, List<String> found) {
        int place = 0;
        while (place < expected.size()
                && place < found.size()
                && expected.get(place).equals(found.get(place))) {
            place++;
        }
        return place < NAMES ? "" : " (the first difference is entry " + (place + 1) + ")";
    }

    /**
     * What an agent sees, for people.
     *
     * @return for example {@code 2 entries (x, speed), normalised, 4 at once}
     */
    public String seen() {
        StringBuilder text = new StringBuilder();
        int entries = observations.entries().size();
        if (entries > 0) {
            text.append(entries == 1 ? "1 entry " : entries + " entries ")
                    .append(names(observations.entries()))
                    .append(observations.normalised() ? ", normalised" : "");
        }
        if (!observations.images().isEmpty()) {
            text.append(text.isEmpty() ? "" : ", ").append("images ").append(images(observations));
        }
        if (observations.features() > 0) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(observations.features())
                    .append(" features");
        }
        return text.append(observations.stack() == 1 ? "" : ", the last " + observations.stack() + " at once")
                .toString();
    }

    /**
     * What an agent may do, for people.
     *
     * @return for example {@code one of 3 and one of 2, 1 value (-2.0 to 2.0)}
     */
    public String done() {
        String choices =
                actions.branches().stream().map(count -> "one of " + count).collect(Collectors.joining(" and "));
        List<ValueRange> ranges = actions.ranges();
        String values = ranges.isEmpty()
                ? ""
                : ranges.size()
                        + (ranges.size() == 1 ? " value " : " values ")
                        + names(ranges.stream()
                                .map(range -> range.low() + " to " + range.high())
                                .toList());
        return choices + (choices.isEmpty() || values.isEmpty() ? "" : ", ") + values;
    }

    private static String images(ObservationSpec spec) {
        return names(spec.images().stream().map(Spaces::text).toList());
    }

    private static String text(ImageSpec image) {
        return image.name() + " " + image.width() + " × " + image.height();
    }

    private static String names(List<String> all) {
        return all.stream().limit(NAMES).collect(Collectors.joining(", ", "(", ""))
                + (all.size() > NAMES ? ", … " + (all.size() - NAMES) + " more)" : ")");
    }
}
