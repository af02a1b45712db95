package io.github.gdxagents.pong.atari;

import io.github.gdxagents.agent.random.RandomStream;

/** Courts in wanted states, made by changing a saved one; and play that reaches many. */
final class CourtStates {

    private static final ConsoleAction[] ACTIONS = ConsoleAction.values();

    private CourtStates() {}

    /** The ball in play, wherever it is wanted. */
    static void placeBall(AtariCourt court, int x, int y, int velocityX, int velocityY) {
        long[] words = new long[AtariCourt.WORDS];
        court.save(words, 0);
        words[0] &= ~0x3FFF_FFFFL;
        words[0] |= (velocityX + 8L) << 26 | (velocityY + 8L) << 22 | (long) x << 8 | y;
        court.restore(words, 0);
    }

    /** As if so many frames had been played. */
    static void setFrames(AtariCourt court, int frames) {
        long[] words = new long[AtariCourt.WORDS];
        court.save(words, 0);
        words[0] = (words[0] & 0xFFFF_FFFFL) | (long) frames << 32;
        court.restore(words, 0);
    }

    static void setRightPaddle(AtariCourt court, int position) {
        long[] words = new long[AtariCourt.WORDS];
        court.save(words, 0);
        words[1] = (words[1] & ~0xFFL) | position;
        court.restore(words, 0);
    }

    static void setCpuPaddle(AtariCourt court, int position) {
        long[] words = new long[AtariCourt.WORDS];
        court.save(words, 0);
        words[2] = (words[2] & ~(0xFFL << 47)) | (long) position << 47;
        court.restore(words, 0);
    }

    static void setScores(AtariCourt court, int left, int right) {
        long[] words = new long[AtariCourt.WORDS];
        court.save(words, 0);
        words[1] = (words[1] & ~(0x3FFL << 36)) | (long) right << 36 | (long) right << 41;
        words[2] = (words[2] & ~(0x3FFL << 36)) | (long) left << 36 | (long) left << 41;
        court.restore(words, 0);
    }

    /** One frame: the right player follows the ball roughly, with much chance in it, so that long rallies come about. */
    static int play(AtariCourt court, RandomStream random) {
        ConsoleAction right = follow(court, court.rightPaddle(), random);
        return court.isForTwo() ? court.step(follow(court, court.leftPaddle(), random), right) : court.step(right);
    }

    private static ConsoleAction follow(AtariCourt court, int paddle, RandomStream random) {
        if (random.below(4) == 0) {
            return ACTIONS[random.below(ACTIONS.length)];
        }
        if (court.ballY() - paddle > 12) {
            return ConsoleAction.LEFT_FIRE;
        }
        return court.ballY() - paddle < 2 ? ConsoleAction.RIGHT : ConsoleAction.FIRE;
    }
}
