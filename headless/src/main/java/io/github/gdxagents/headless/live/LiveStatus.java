package io.github.gdxagents.headless.live;

import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.UpdateReport;
import io.github.gdxagents.headless.run.RunListener;
import java.util.Optional;

/**
 * How a run stands at one moment.
 *
 * @param start where this life of the run began
 * @param report of the last update of this life; nothing before the first
 * @param seconds of training so far, over all lives of the run
 * @param heldOut the last look of this life at how good the policy is; nothing before the first
 * @param best the best held-out score so far, over all lives; nothing before the first
 */
record LiveStatus(
        RunListener.Start start,
        Optional<UpdateReport> report,
        double seconds,
        Optional<HeldOutScore> heldOut,
        Optional<HeldOutScore> best) {

    /** Where a life begins: nothing has happened yet. */
    static LiveStatus of(RunListener.Start start) {
        return new LiveStatus(start, Optional.empty(), start.seconds(), Optional.empty(), start.best());
    }

    /** The same after an update. */
    LiveStatus updated(UpdateReport newReport, double newSeconds) {
        return new LiveStatus(start, Optional.of(newReport), newSeconds, heldOut, best);
    }

    /** The same after a look at how good the policy is. */
    LiveStatus evaluated(HeldOutScore score, boolean better) {
        return new LiveStatus(start, report, seconds, Optional.of(score), better ? Optional.of(score) : best);
    }

    /**
     * Updates made so far.
     *
     * @return 0 or more, over all lives of the run
     */
    long updates() {
        return report.map(UpdateReport::update).orElse(start.updates());
    }

    /**
     * Decisions learned from so far.
     *
     * @return 0 or more, over all lives of the run
     */
    long decisions() {
        return report.map(UpdateReport::decisions).orElse(start.decisions());
    }

    /**
     * Episodes finished so far.
     *
     * @return 0 or more, over all lives of the run
     */
    long episodes() {
        return report.map(UpdateReport::episodes).orElse(start.episodes());
    }

    /**
     * How fast this life of the run trains.
     *
     * @return decisions in a second of training; NaN before the first update
     */
    double decisionsPerSecond() {
        return seconds > start.seconds() ? (decisions() - start.decisions()) / (seconds - start.seconds()) : Double.NaN;
    }
}
