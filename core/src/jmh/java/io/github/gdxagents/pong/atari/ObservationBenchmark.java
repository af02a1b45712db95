package io.github.gdxagents.pong.atari;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.PictureObservation;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What looking costs: nanoseconds a decision, from the finished picture to the numbers for the network. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ObservationBenchmark {

    private static final int PICTURES = 1024;

    /** What is seen. */
    @Param({"difference", "image:0,1+pool4:0,1", "image:0,1+ball:2,4,8+pool4:0,1,2,4,8+action"})
    public String parts = "";

    private final BinaryImage[] pictures = new BinaryImage[PICTURES];
    private PictureObservation observation = PictureObservationSpec.difference().observation(3);
    private SparseVector observed = new SparseVector(1);
    private int number;

    /** Pictures of random play, four frames apart. */
    @Setup
    public void play() {
        AtariCourt court = new AtariCourt();
        AtariPainter painter = new AtariPainter();
        RandomStream random = new RandomStream(1);
        for (int i = 0; i < PICTURES; i++) {
            ConsoleAction action = ActionSet.THREE.get(random.below(3));
            for (int frame = 0; frame < 4; frame++) {
                court.step(action);
            }
            pictures[i] = new BinaryImage();
            painter.picture(court, pictures[i]);
        }
        observation = PictureObservationSpec.parse(parts).observation(3);
        observation.start(pictures[0]);
        observed = new SparseVector(observation.size());
    }

    /**
     * The present observation once more.
     *
     * @return how many numbers are not zero
     */
    @Benchmark
    public int observe() {
        observation.observe(observed);
        return observed.count();
    }

    /**
     * A decision: its picture is taken in and looked at.
     *
     * @return how many numbers are not zero
     */
    @Benchmark
    public int nextAndObserve() {
        number = (number + 1) % PICTURES;
        observation.next(number % 3, pictures[number]);
        observation.observe(observed);
        return observed.count();
    }
}
