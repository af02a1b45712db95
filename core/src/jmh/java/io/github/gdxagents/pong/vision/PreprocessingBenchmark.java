package io.github.gdxagents.pong.vision;

import io.github.gdxagents.pong.atari.ActionSet;
import io.github.gdxagents.pong.atari.AtariCourt;
import io.github.gdxagents.pong.atari.AtariPainter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a screen to the picture that agents see. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PreprocessingBenchmark {

    private final List<Frame> frames = new ArrayList<>();
    private final BinaryImage picture = new BinaryImage();
    private int next;

    /** Paints a second of play. */
    @Setup
    public void paint() {
        AtariCourt court = new AtariCourt();
        AtariPainter painter = new AtariPainter();
        for (int step = 0; step < 1000; step++) {
            court.step(ActionSet.SIX.get(step / 7 % 6));
            if (step % 16 == 0) {
                Frame frame = new Frame();
                painter.paint(court, frame);
                frames.add(frame);
            }
        }
    }

    /**
     * A screen becomes a picture.
     *
     * @return how many pixels are lit
     */
    @Benchmark
    public int picture() {
        next = (next + 1) % frames.size();
        FramePreprocessor.read(frames.get(next), picture);
        return picture.count();
    }
}
