package io.github.gdxagents.pong.atari;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;

/**
 * The frame-exact court of Atari Pong for a match: a tick is a frame. Its left paddle is a player's, or the one that the cartridge
 * moves itself. There is no chance on it. One thread at a time; nothing is allocated after construction.
 */
public final class AtariMatchCourt implements Court {

    /** Rows above the court: its y is a screen row less this. */
    private static final int FIRST_ROW = 34;

    /** See {@link AtariCourt#ballX()}. */
    private static final int BALL_X = 49 - BALL_WIDTH / 2;

    /** See {@link AtariCourt#ballY()}. */
    private static final int BALL_Y = 14 + FIRST_ROW - BALL_HEIGHT / 2;

    /** See {@link AtariCourt#leftPaddle()}: a player's paddle begins 14 rows above its position. */
    private static final int PLAYER_Y = 14 + FIRST_ROW - PADDLE_HEIGHT / 2;

    /** The cartridge's own paddle begins 15 rows above its position. */
    private static final int CPU_Y = PLAYER_Y + 1;

    private final AtariCourt court;
    private final AtariPainter painter = new AtariPainter();
    private final long[] words = new long[AtariCourt.WORDS];

    private int points;
    private boolean served;
    private boolean hitWall;
    private boolean hitLeft;
    private boolean hitRight;

    private AtariMatchCourt(AtariCourt court) {
        this.court = court;
    }

    /**
     * A court on which Atari's own player moves the left paddle.
     *
     * @return a new court at its first tick
     */
    public static AtariMatchCourt againstCpu() {
        return new AtariMatchCourt(new AtariCourt());
    }

    /**
     * A court for two players.
     *
     * @return a new court at its first tick
     */
    public static AtariMatchCourt forTwo() {
        return new AtariMatchCourt(AtariCourt.forTwo());
    }

    /** {@inheritDoc} Here there is no chance. */
    @Override
    public void reset(RandomStream random) {
        court.reset();
        clearEvents();
    }

    private void clearEvents() {
        points = 0;
        served = false;
        hitWall = false;
        hitLeft = false;
        hitRight = false;
    }

    @Override
    public void step(Move left, Move right) {
        if (over()) {
            clearEvents();
            return;
        }
        boolean before = ballInPlay();
        int velocityX = court.ballVelocityX();
        boolean atWall = court.ballMeetsWall();
        points = court.step(left, right);
        // A serve gives the ball a velocity anew; in flight only a hit turns it round. A ball that slips along a
        // paddle is hit again in every frame and climbs or falls anew: still the same hit, and no wall.
        boolean inFlight = before && ballInPlay() && points == 0;
        served = !before && ballInPlay();
        hitLeft = inFlight && velocityX < 0 && court.ballVelocityX() > 0;
        hitRight = inFlight && velocityX > 0 && court.ballVelocityX() < 0;
        hitWall = inFlight && atWall;
    }

    @Override
    public boolean ballInPlay() {
        return court.countdown() == 0 && court.ballY() != 0;
    }

    @Override
    public double ballX() {
        return court.ballX() - BALL_X;
    }

    @Override
    public double ballY() {
        return court.ballY() - BALL_Y;
    }

    @Override
    public double ballVelocityX() {
        return court.ballVelocityX();
    }

    @Override
    public double ballVelocityY() {
        return court.ballVelocityY();
    }

    @Override
    public double paddleY(Side side) {
        if (side == Side.RIGHT) {
            return court.rightPaddle() - PLAYER_Y;
        }
        return court.leftPaddle() - (court.isForTwo() ? PLAYER_Y : CPU_Y);
    }

    @Override
    public double paddleSpeed() {
        return AnaloguePaddle.FULL_SPEED;
    }

    @Override
    public int score(Side side) {
        return side == Side.LEFT ? court.leftScore() : court.rightScore();
    }

    @Override
    public int ticksToServe() {
        return court.countdown();
    }

    @Override
    public boolean served() {
        return served;
    }

    @Override
    public boolean hitWall() {
        return hitWall;
    }

    @Override
    public boolean hitBy(Side side) {
        return side == Side.LEFT ? hitLeft : hitRight;
    }

    @Override
    public boolean pointFor(Side side) {
        return points == (side == Side.LEFT ? -1 : 1);
    }

    /** {@inheritDoc} Here with 21 points, or after 18 minutes, when the cartridge itself would stop. */
    @Override
    public boolean over() {
        return court.gameOver() || court.frames() >= AtariEnvironment.MAX_FRAMES;
    }

    @Override
    public void picture(BinaryImage into) {
        painter.picture(court, into);
    }

    @Override
    public void screen(Frame into) {
        painter.paint(court, into);
    }

    @Override
    public long fingerprint() {
        court.save(words, 0);
        long hash = 0;
        for (long word : words) {
            hash = RandomStream.hash(hash ^ word);
        }
        return hash;
    }

    /** Does nothing: there is only memory, which Java takes back. */
    @Override
    public void close() {
        // Nothing to give back.
    }
}
