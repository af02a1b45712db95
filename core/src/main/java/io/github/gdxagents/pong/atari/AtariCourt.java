package io.github.gdxagents.pong.atari;

import io.github.gdxagents.pong.Move;

/**
 * The court of Atari Pong: its rules in whole numbers, frame by frame as on the console, without a console. One {@link #step} is
 * one frame (1/60 s). There is no chance in it. The rules are those of {@code docs/atari-pong.md}; each stands beside the
 * number (§) of its section there.
 *
 * <p>The right paddle is always a player's. The left one is the built-in opponent's, or, on a court {@linkplain #forTwo() for
 * two}, another player's: that is an extension of ours, which no emulator was compared with.
 *
 * <p>Court units: one unit is one pixel. {@code x} is 49 more than the screen column, {@code y} is 14 more than the screen row,
 * growing downwards; 0 as {@code y} means that there is no ball. One thread at a time; nothing is allocated after construction.
 */
public final class AtariCourt {

    /** Points that end a game. */
    public static final int WINNING_SCORE = 21;

    /** The frame in which a game that is still going on stops for good, and the console shows its title: see §9. */
    public static final int TITLE_FRAME = 65_210;

    /** How many {@code long}s hold a state. */
    public static final int WORDS = 3;

    /** Screen rows of the ball. */
    static final int BALL_ROWS = 4;

    private static final int FIRST_COUNTER = 327;
    private static final int FIRST_COUNTDOWN = 59;
    private static final int COUNTDOWN = 63;
    private static final int MIDDLE = 128;
    private static final int UPPER_WALL = 45;
    private static final int LOWER_WALL = 206;
    private static final int LEFT_END = 52;
    private static final int RIGHT_END = 205;
    private static final int MOST_SPEED = 4;

    /** After so many frames of title mode its colours are the same again. */
    private static final int TITLE_PERIOD = 65_536;

    private final AnaloguePaddle right = new AnaloguePaddle();
    private final AnaloguePaddle left = new AnaloguePaddle();
    private final CpuPaddle cpu = new CpuPaddle();

    private boolean forTwo;
    private int frames;
    private int ballX;
    private int ballY;
    private int velocityX;
    private int velocityY;
    private int countdown;
    private int leftScore;
    private int rightScore;
    private int shownLeftScore;
    private int shownRightScore;
    private boolean leftFire;
    private boolean rightFire;

    /** A court with the built-in opponent on the left, at frame 0. */
    public AtariCourt() {
        reset();
    }

    /**
     * A court on which the left paddle, too, is a player's.
     *
     * @return a new court at frame 0
     */
    public static AtariCourt forTwo() {
        AtariCourt court = new AtariCourt();
        court.forTwo = true;
        return court;
    }

    /** Back to frame 0, score 0:0, where the first serve is 59 frames away and goes left and down (§9). */
    public void reset() {
        right.reset();
        left.reset();
        cpu.reset();
        frames = 0;
        ballX = 0;
        ballY = 0;
        velocityX = -1;
        velocityY = 1;
        countdown = FIRST_COUNTDOWN;
        leftScore = 0;
        rightScore = 0;
        shownLeftScore = 0;
        shownRightScore = 0;
        leftFire = false;
        rightFire = false;
    }

    /**
     * Plays one frame against the built-in opponent. After the end of a game nothing happens until the next reset (§7).
     *
     * @param rightAction what the right player does
     * @return 1 if the right player won a point, −1 if it lost one, otherwise 0; in frame {@value #TITLE_FRAME} once the false
     *     reward of the console: the left score less 1
     * @throws IllegalStateException if this is a court for two
     */
    public int step(ConsoleAction rightAction) {
        if (forTwo) {
            throw new IllegalStateException("this court is for two: both players act");
        }
        return gameOver() ? 0 : play(0, false, turn(rightAction), rightAction.fire());
    }

    /**
     * Plays one frame of a game for two. Actions mean the same on both sides.
     *
     * @param leftAction what the left player does
     * @param rightAction what the right player does
     * @return as above
     * @throws IllegalStateException if the left paddle is the built-in opponent's
     */
    public int step(ConsoleAction leftAction, ConsoleAction rightAction) {
        if (!forTwo) {
            throw new IllegalStateException("the left paddle of this court is the built-in opponent's");
        }
        return gameOver() ? 0 : play(turn(leftAction), leftAction.fire(), turn(rightAction), rightAction.fire());
    }

    private static int turn(ConsoleAction action) {
        return AnaloguePaddle.TURN * action.direction();
    }

    /**
     * Plays one frame of a match. At full speed a move is what an action is; less turns the knob by less, as a hand could, which no
     * emulator was compared with.
     *
     * @param left what the left player does; without effect if the left paddle is the built-in opponent's
     * @param right what the right player does
     * @return as above
     */
    public int step(Move left, Move right) {
        return gameOver() ? 0 : play(forTwo ? turn(left) : 0, left.fire() && forTwo, turn(right), right.fire());
    }

    private static int turn(Move move) {
        return AnaloguePaddle.TURN * move.level() / Move.FULL;
    }

    /** §4: the order of one frame. The ball meets the paddles where the frame before showed them. */
    private int play(int leftTurn, boolean leftButton, int rightTurn, boolean rightButton) {
        frames++;
        shownLeftScore = leftScore;
        shownRightScore = rightScore;
        int reward = frames < TITLE_FRAME ? moveBall() : showTitle();
        leftFire = leftButton;
        rightFire = rightButton;
        cpu.follow(ballY, counter());
        right.turn(rightTurn);
        left.turn(leftTurn);
        right.show();
        left.show();
        if (measuresRight()) {
            right.measure();
        } else {
            left.measure();
        }
        return reward;
    }

    private int moveBall() {
        if (countdown > 0) {
            countDown();
            return 0;
        }
        // §7: a ball that has reached an end costs that side a point; it stays in sight for this one frame.
        if (ballX >= RIGHT_END) {
            leftScore++;
            countdown = COUNTDOWN;
            return -1;
        }
        if (ballX <= LEFT_END) {
            rightScore++;
            countdown = COUNTDOWN;
            return 1;
        }
        fly();
        return 0;
    }

    /** §8: no ball until the countdown ends; then it starts near the middle towards the side that lost the last point. */
    private void countDown() {
        countdown--;
        ballY = 0;
        if (countdown == 0) {
            velocityX = velocityX < 0 ? -1 : 1;
            velocityY = velocityY < 0 ? -1 : 1;
            ballX = MIDDLE + velocityX;
            ballY = MIDDLE + velocityY;
            cpu.serve();
        }
    }

    /** §6: wall, right paddle or left paddle, at most one of them, then the ball moves. */
    private void fly() {
        int push = 0;
        if (ballY <= UPPER_WALL) {
            velocityY = -velocityY;
            push = 1;
        } else if (ballY >= LOWER_WALL) {
            velocityY = -velocityY;
            push = -1;
        } else if (188 <= ballX && ballX <= 192) {
            if (right.touches(ballY)) {
                velocityX = -speedAfterHit(rightFire);
                velocityY = angleAfterHit(right.position());
            }
        } else if (64 <= ballX && ballX <= 68) {
            if (forTwo ? left.touches(ballY) : cpu.touches(ballY)) {
                velocityX = speedAfterHit(leftFire);
                velocityY = angleAfterHit(leftPaddle());
            }
        }
        ballX += velocityX;
        ballY += velocityY + push;
    }

    /** §6: whether the ball, if there is one in flight, bounces off a wall in the next frame. */
    boolean ballMeetsWall() {
        return ballY <= UPPER_WALL || ballY >= LOWER_WALL;
    }

    /** §6: only a player who held FIRE in the frame before makes the ball faster, by 1 up to 4; the built-in one never does. */
    private int speedAfterHit(boolean fire) {
        int speed = Math.abs(velocityX);
        return fire && speed < MOST_SPEED ? speed + 1 : speed;
    }

    /** §6: the angle depends on the place of the hit alone, in zones of 4 units: −3, −2 … 2. */
    private int angleAfterHit(int paddle) {
        return ((ballY - paddle - 1) >> 2) - 1;
    }

    /** §9: in its first frame title mode sets the left score to 1 and leaves the ball; afterwards there is none. */
    private int showTitle() {
        if (frames == TITLE_FRAME) {
            int falseReward = leftScore - 1;
            leftScore = 1;
            return falseReward;
        }
        ballY = 0;
        if (frames == Integer.MAX_VALUE) {
            frames -= TITLE_PERIOD;
        }
        return 0;
    }

    /** §1: the console's own frame counter, of which its low bits matter. */
    private int counter() {
        return FIRST_COUNTER + frames;
    }

    /** §3: the right knob is measured when the counter is even, the left one when it is odd. */
    private boolean measuresRight() {
        return (counter() & 1) == 0;
    }

    /**
     * Whether one side has 21 points. A game that has come into title mode never ends.
     *
     * @return whether the game has ended
     */
    public boolean gameOver() {
        return leftScore == WINNING_SCORE || rightScore == WINNING_SCORE;
    }

    /**
     * Whether the left paddle is a player's.
     *
     * @return whether both players act
     */
    public boolean isForTwo() {
        return forTwo;
    }

    /**
     * Whether the game has stopped because it took too long (§9).
     *
     * @return whether frame {@value #TITLE_FRAME} has been reached
     */
    public boolean showsTitle() {
        return frames >= TITLE_FRAME;
    }

    /**
     * Frames since the reset.
     *
     * @return 0 or more; a year of title mode counts its last frames again and again
     */
    public int frames() {
        return frames;
    }

    /**
     * Frames until the next serve.
     *
     * @return 0 while the ball is in play, otherwise 1 to 63
     */
    public int countdown() {
        return countdown;
    }

    /**
     * Where the ball is: 49 more than the screen column of its left side. Without meaning while there is no ball.
     *
     * @return 49 to 208
     */
    public int ballX() {
        return ballX;
    }

    /**
     * How high the ball is: 14 more than the screen row of its upper side.
     *
     * @return 43 to 208, growing downwards, or 0 if there is no ball
     */
    public int ballY() {
        return ballY;
    }

    /**
     * How fast the ball flies across the court.
     *
     * @return −4 to 4, not 0, pixels a frame; positive to the right
     */
    public int ballVelocityX() {
        return velocityX;
    }

    /**
     * How fast the ball falls.
     *
     * @return −3 to 3, pixels a frame; positive downwards
     */
    public int ballVelocityY() {
        return velocityY;
    }

    /**
     * Where the left paddle is, in the units of {@link #ballY()}: a built-in opponent's last row, or where a player's paddle
     * stands as on the right.
     *
     * @return 0 to 208
     */
    public int leftPaddle() {
        return forTwo ? left.position() : cpu.position();
    }

    /**
     * Where the right paddle is, in the units of {@link #ballY()}; level with a ball 4 to 7 more.
     *
     * @return 38 to 203
     */
    public int rightPaddle() {
        return right.position();
    }

    /**
     * Points of the left side.
     *
     * @return 0 to 21
     */
    public int leftScore() {
        return leftScore;
    }

    /**
     * Points of the right side.
     *
     * @return 0 to 21
     */
    public int rightScore() {
        return rightScore;
    }

    /** §2: the screen shows the score of the frame before. */
    int shownLeftScore() {
        return shownLeftScore;
    }

    /** §2: the screen shows the score of the frame before. */
    int shownRightScore() {
        return shownRightScore;
    }

    /** §2: the first screen row of the left paddle. */
    int leftTop() {
        return forTwo ? left.top() : cpu.top();
    }

    /** §2: the first screen row of the right paddle. */
    int rightTop() {
        return right.top();
    }

    /** §2: what the console measured in this frame, of whichever knob; a left one that nobody turns gives 110. */
    int reading() {
        return measuresRight() ? right.reading() : left.reading();
    }

    /**
     * Makes this court equal to another one, in who plays on it as well.
     *
     * @param other the court to copy
     */
    public void copyFrom(AtariCourt other) {
        right.copyFrom(other.right);
        left.copyFrom(other.left);
        cpu.moveTo(other.cpu.position());
        forTwo = other.forTwo;
        frames = other.frames;
        ballX = other.ballX;
        ballY = other.ballY;
        velocityX = other.velocityX;
        velocityY = other.velocityY;
        countdown = other.countdown;
        leftScore = other.leftScore;
        rightScore = other.rightScore;
        shownLeftScore = other.shownLeftScore;
        shownRightScore = other.shownRightScore;
        leftFire = other.leftFire;
        rightFire = other.rightFire;
    }

    /**
     * Writes the whole state into {@value #WORDS} words.
     *
     * @param words where to
     * @param offset of the first of the words
     */
    public void save(long[] words, int offset) {
        words[offset] = flightWord();
        words[offset + 1] = rightWord();
        words[offset + 2] = leftWord();
    }

    /**
     * Takes over a state.
     *
     * @param words where {@link #save} wrote it
     * @param offset of the first of the words
     */
    public void restore(long[] words, int offset) {
        long flight = words[offset];
        frames = (int) (flight >>> 32);
        forTwo = (flight >>> 30 & 1) != 0;
        velocityX = (int) (flight >>> 26 & 15) - 8;
        velocityY = (int) (flight >>> 22 & 15) - 8;
        countdown = (int) (flight >>> 16 & 63);
        ballX = (int) (flight >>> 8 & 255);
        ballY = (int) (flight & 255);
        long rightSide = words[offset + 1];
        right.unpack(rightSide);
        rightScore = (int) (rightSide >>> 36 & 31);
        shownRightScore = (int) (rightSide >>> 41 & 31);
        rightFire = (rightSide >>> 46 & 1) != 0;
        long leftSide = words[offset + 2];
        left.unpack(leftSide);
        leftScore = (int) (leftSide >>> 36 & 31);
        shownLeftScore = (int) (leftSide >>> 41 & 31);
        leftFire = (leftSide >>> 46 & 1) != 0;
        cpu.moveTo((int) (leftSide >>> 47 & 255));
    }

    private long flightWord() {
        return (long) frames << 32
                | (forTwo ? 1L : 0) << 30
                | (long) (velocityX + 8) << 26
                | (long) (velocityY + 8) << 22
                | (long) countdown << 16
                | (long) ballX << 8
                | ballY;
    }

    private long rightWord() {
        return side(right, rightScore, shownRightScore, rightFire);
    }

    private long leftWord() {
        return side(left, leftScore, shownLeftScore, leftFire) | (long) cpu.position() << 47;
    }

    private static long side(AnaloguePaddle paddle, int score, int shownScore, boolean fire) {
        return paddle.pack() | (long) score << 36 | (long) shownScore << 41 | (fire ? 1L : 0) << 46;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AtariCourt court
                && flightWord() == court.flightWord()
                && rightWord() == court.rightWord()
                && leftWord() == court.leftWord();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(flightWord() * 31 * 31 + rightWord() * 31 + leftWord());
    }

    @Override
    public String toString() {
        return "AtariCourt[frame " + frames + (forTwo ? ", for two" : "") + ", score " + leftScore + ":" + rightScore
                + ", ball " + ballX + "," + ballY + " flying " + velocityX + "," + velocityY + ", countdown "
                + countdown
                + ", left paddle " + leftPaddle() + ", right paddle " + rightPaddle() + ", reading " + reading()
                + ", fire held " + leftFire + "," + rightFire + "]";
    }
}
