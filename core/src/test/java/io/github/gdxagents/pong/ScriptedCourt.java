package io.github.gdxagents.pong;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** A court on which nothing happens but what a test says. */
public final class ScriptedCourt implements Court {

    /** Called in each tick with its number, from 1, after the events of the tick before were forgotten. */
    public IntConsumer script = tick -> {};

    /** What {@link #picture} gives. */
    public final BinaryImage shown = new BinaryImage();

    /** The moves of all ticks. */
    public final List<Move> leftMoves = new ArrayList<>();

    /** The moves of all ticks. */
    public final List<Move> rightMoves = new ArrayList<>();

    /** What {@link #reset} brought last. */
    public Optional<RandomStream> stream = Optional.empty();

    public boolean ballInPlay = true;
    public double ballX = 80;
    public double ballY = 80;
    public double leftY = 80;
    public double rightY = 80;
    public double paddleSpeed = 6;
    public boolean over;
    public boolean served;
    public final Set<Side> hits = EnumSet.noneOf(Side.class);
    public int resets;

    private final Map<Side, Integer> scores = new EnumMap<>(Side.class);
    private final Set<Side> points = EnumSet.noneOf(Side.class);
    private int ticks;

    /** A point in this tick. */
    public void point(Side side) {
        scores.merge(side, 1, Integer::sum);
        points.add(side);
    }

    @Override
    public void reset(RandomStream random) {
        stream = Optional.of(random);
        resets++;
    }

    @Override
    public void step(Move left, Move right) {
        served = false;
        hits.clear();
        points.clear();
        leftMoves.add(left);
        rightMoves.add(right);
        ticks++;
        script.accept(ticks);
    }

    @Override
    public boolean ballInPlay() {
        return ballInPlay;
    }

    @Override
    public double ballX() {
        return ballX;
    }

    @Override
    public double ballY() {
        return ballY;
    }

    @Override
    public double ballVelocityX() {
        return 0;
    }

    @Override
    public double ballVelocityY() {
        return 0;
    }

    @Override
    public double paddleY(Side side) {
        return side == Side.LEFT ? leftY : rightY;
    }

    @Override
    public double paddleSpeed() {
        return paddleSpeed;
    }

    @Override
    public int score(Side side) {
        return scores.getOrDefault(side, 0);
    }

    @Override
    public int ticksToServe() {
        return 0;
    }

    @Override
    public boolean served() {
        return served;
    }

    @Override
    public boolean hitWall() {
        return false;
    }

    @Override
    public boolean hitBy(Side side) {
        return hits.contains(side);
    }

    @Override
    public boolean pointFor(Side side) {
        return points.contains(side);
    }

    @Override
    public boolean over() {
        return over;
    }

    @Override
    public void picture(BinaryImage into) {
        into.copyFrom(shown);
    }

    @Override
    public void screen(Frame into) {
        throw new UnsupportedOperationException("only the picture is scripted");
    }

    @Override
    public long fingerprint() {
        return ticks;
    }

    @Override
    public void close() {
        // Nothing to give back.
    }
}
