package io.github.gdxagents.pong.atari;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The court's speed, one frame of random play at a time: nanoseconds a frame, the choice of the action included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CourtBenchmark {

    private final AtariCourt court = new AtariCourt();
    private final RandomStream random = new RandomStream(1);
    private final AtariPainter painter = new AtariPainter();
    private final CourtMotion motion = new CourtMotion();
    private final Frame frame = new Frame();
    private final BinaryImage picture = new BinaryImage();
    private final SparseVector changes = new SparseVector(BinaryImage.PIXELS);

    /**
     * The rules alone.
     *
     * @return the reward
     */
    @Benchmark
    public int rules() {
        int reward = court.step(ActionSet.SIX.get(random.below(6)));
        if (court.gameOver()) {
            court.reset();
        }
        return reward;
    }

    /**
     * The rules, and the changed pixels of the small picture.
     *
     * @return how many pixels changed
     */
    @Benchmark
    public int changes() {
        rules();
        motion.next(court, changes);
        return changes.count();
    }

    /**
     * The rules, and the small picture.
     *
     * @return how many pixels are lit
     */
    @Benchmark
    public int picture() {
        rules();
        painter.picture(court, picture);
        return picture.count();
    }

    /**
     * The rules, and the whole screen.
     *
     * @return the screen
     */
    @Benchmark
    public Frame paint() {
        rules();
        painter.paint(court, frame);
        return frame;
    }
}
