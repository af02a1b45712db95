package io.github.gdxagents.agent.random;

/**
 * Makes every {@link RandomStream} of a run from the run's seed and the place where it is used, so that a resumed run needs no
 * saved generator, and the thread that does the work leaves no trace in the result. Stateless.
 */
public final class Seeds {

    /** What a stream is for. Streams of different purposes have nothing in common, even for equal numbers. */
    public enum Purpose {
        /** First values of the weights. */
        WEIGHTS(1),
        /** The chance inside an environment during training. */
        ENVIRONMENT(2),
        /** Sampling of actions during training. */
        ACTIONS(3),
        /** The chance inside an environment during evaluation: episodes that no training run with the same seed has seen. */
        EVALUATION_ENVIRONMENT(4),
        /** Sampling of actions during evaluation. */
        EVALUATION_ACTIONS(5),
        /** Measurements of speed, where the play does not matter. */
        BENCHMARK(6),
        /** Play in which the built-in court is compared with the emulator. */
        VERIFICATION(7),
        /** The order in which decisions are learned from. */
        SHUFFLE(8),
        /** The chance inside an environment when a training run looks how good it is: neither trained on nor reported. */
        SELECTION_ENVIRONMENT(9),
        /** Sampling of actions there. */
        SELECTION_ACTIONS(10),
        /** A match that is watched: its court and its players. */
        MATCH(11);

        /** Part of every stream: a number once given stays. */
        private final long number;

        Purpose(long number) {
            this.number = number;
        }
    }

    private Seeds() {}

    /**
     * The stream for one place in a run.
     *
     * @param seed the run's seed
     * @param purpose what the stream is for
     * @param update number of the update, from 0
     * @param index number of the episode or environment within the update, from 0
     * @return a new stream, the same for the same four arguments
     */
    public static RandomStream stream(long seed, Purpose purpose, long update, long index) {
        long hash = RandomStream.mix(seed + 0x6A09_E667_F3BC_C908L);
        hash = RandomStream.mix(hash + 0xBB67_AE85_84CA_A73BL * purpose.number);
        hash = RandomStream.mix(hash + 0x3C6E_F372_FE94_F82BL * (update + 1));
        hash = RandomStream.mix(hash + 0xA54F_F53A_5F1D_36F1L * (index + 1));
        return new RandomStream(hash);
    }
}
