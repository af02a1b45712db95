package io.github.gdxagents.headless.verify;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.atari.ConsoleAction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of play in which the built-in court is compared with the emulator. */
enum PlayKind {
    /** Random actions, held for random times. */
    RANDOM(1, 24),
    /** The same, nearly always with the button. */
    RANDOM_FIRE(2, 12),
    /** Short scripts, again and again. */
    SCRIPTS(3, 10),
    /** Follows the ball, aims for the edges, holds the button for half of the hits. */
    TRACKER(4, 16),
    /** Follows the ball with the button held. */
    TRACKER_FIRE(5, 10),
    /** Follows the ball without the button: long rallies. */
    TRACKER_NO_FIRE(6, 10),
    /** A network that samples its actions from what it sees. */
    POLICY(7, 12),
    /** Games without end, far enough into title mode to see its colours change. */
    TITLE(8, 6);

    /** With fewer frames than this no game goes into title mode. */
    static final long FEWEST_WITH_TITLE = 200_000;

    /** Part of the games' chance: a number once given stays. */
    private final int number;

    private final int percent;

    PlayKind(int number, int percent) {
        this.number = number;
        this.percent = percent;
    }

    int number() {
        return number;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its share of a budget of frames. Games into title mode are whole ones, and only where they stay a small part. */
    long share(long frames) {
        if (this == TITLE) {
            return titleFrames(frames);
        }
        long rest = frames - titleFrames(frames);
        long share = rest * percent / (100 - TITLE.percent);
        return this == RANDOM ? share + rest - sumOfShares(rest) : share;
    }

    private static long titleFrames(long frames) {
        long games = frames * TITLE.percent / 100 / CourtVerification.LONGEST_EPISODE;
        boolean oneFits = frames >= FEWEST_WITH_TITLE;
        return CourtVerification.LONGEST_EPISODE * (games == 0 && oneFits ? 1 : games);
    }

    private static long sumOfShares(long rest) {
        return Arrays.stream(values())
                .filter(kind -> kind != TITLE)
                .mapToLong(kind -> rest * kind.percent / (100 - TITLE.percent))
                .sum();
    }

    /** Whether sticky actions and skipped frames take turns with plain play: they would end the endless games. */
    boolean varies() {
        return this != TITLE;
    }

    /** Somebody who plays like this. */
    FramePlayer player(RandomStream random) {
        return switch (this) {
            case RANDOM -> new RandomPlayer(random, List.of(ConsoleAction.values()));
            case RANDOM_FIRE ->
                new RandomPlayer(
                        random,
                        List.of(
                                ConsoleAction.FIRE,
                                ConsoleAction.RIGHT_FIRE,
                                ConsoleAction.LEFT_FIRE,
                                ConsoleAction.RIGHT_FIRE,
                                ConsoleAction.LEFT_FIRE,
                                ConsoleAction.RIGHT,
                                ConsoleAction.LEFT));
            case SCRIPTS -> new ScriptPlayer(random);
            case TRACKER -> new TrackingPlayer(random, TrackingPlayer.Fire.AT_HITS, true);
            case TRACKER_FIRE -> new TrackingPlayer(random, TrackingPlayer.Fire.ALWAYS, true);
            case TRACKER_NO_FIRE -> new TrackingPlayer(random, TrackingPlayer.Fire.NEVER, true);
            case TITLE -> new EndlessPlayer(random);
            case POLICY -> throw new IllegalStateException("a policy sees pictures and plays in an environment");
        };
    }
}
