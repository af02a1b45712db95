package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.learn.FinishedEpisode;
import io.github.gdxagents.agent.learn.Spread;
import io.github.gdxagents.agent.learn.UpdateReport;
import java.util.List;

/** Reports of updates that nobody made, for tests of how they are told. */
public final class SmallReport {

    private SmallReport() {}

    /** An update of an actor-critic in which two episodes ended, each number another one. */
    public static UpdateReport everything() {
        return of(List.of(new FinishedEpisode(-19, 1200), new FinishedEpisode(-16, 1301)));
    }

    /** The same update without the end of an episode. */
    static UpdateReport withoutEpisodes() {
        return of(List.of());
    }

    /** An update with a number, in which these episodes ended; without a critic, so that some numbers are none. */
    public static UpdateReport withoutCritic(long update, long decisions, FinishedEpisode... finished) {
        double none = Double.NaN;
        return new UpdateReport(
                update,
                decisions,
                update / 2,
                -10,
                -9,
                List.of(finished),
                -0.5,
                none,
                none,
                none,
                new Spread(none, none, none, none),
                1.5,
                2.5,
                none,
                0.25,
                0.125,
                0.75,
                1);
    }

    private static UpdateReport of(List<FinishedEpisode> finished) {
        return new UpdateReport(
                12,
                34567,
                120,
                -20.125,
                -19.5,
                finished,
                -0.00123456789,
                0.98765432,
                1.23456,
                0.765432,
                new Spread(-0.512, 0.25, -1.75, 0.125),
                1.791759469,
                35.4886123,
                3.25,
                0.00456789,
                0.125,
                0.375,
                0.512345678);
    }
}
