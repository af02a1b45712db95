package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.Moments;

/**
 * Finds out from the scores of played episodes whether a policy that goes on learning became worse, beyond noise. Pure: no weights
 * here, only scores and what follows from them.
 *
 * <p>Scores are looked at in windows of {@code n} episodes, each beside a record. The two differ beyond noise if
 *
 * <pre>{@code |m − M| > 1.96 √(s² / n + S² / N)}</pre>
 *
 * <p>with means {@code m, M} and sample variances {@code s², S²} (Welch, "The generalization of 'Student's' problem when several
 * different population variances are involved", Biometrika 34, 1947; the normal distribution's 97.5 % in place of Student's).
 *
 * <ul>
 *   <li>Better beyond noise, twice in a row: the two windows are the new record. Once may be luck, and is put to the record after all.
 *   <li>No difference: it is put to the record, whose {@code N} grows. So on a plateau the record is the mean of all that was played
 *       there, not the luckiest window, beside which ordinary ones would look bad sooner or later. The weights of the window take the
 *       place of the record's if its mean is no lower.
 *   <li>Worse beyond noise, twice in a row: the record's weights come back. The next window replaces the record's scores: if the game
 *       became harder, the old ones are no longer to be reached.
 * </ul>
 */
final class ScoreWatch {

    /** What follows from a score. */
    enum Verdict {
        /** The window is not full. */
        MEASURING,
        /** The window is full, and its weights are as good as the record's, or better. */
        ACCEPTED,
        /** The window is full, and its weights are no better than the record's. */
        NOT_BETTER,
        /** It is time for the record's weights to come back. */
        WORSE
    }

    /** 97.5 % of the standard normal distribution. */
    private static final double BEYOND_NOISE = 1.96;

    private final int episodes;
    private final Moments window = new Moments(1);
    private final Moments record = new Moments(1);
    /** A window that was better beyond noise; empty if the last one was not. */
    private final Moments hope = new Moments(1);

    private boolean renews;
    private boolean suspects;

    /** Watches in windows of so many episodes, 2 or more. */
    ScoreWatch(int episodes) {
        this.episodes = episodes;
    }

    /** Takes notice of a score. */
    Verdict add(double score) {
        window.add(score);
        if (window.count() < episodes) {
            return Verdict.MEASURING;
        }
        Verdict verdict = judge();
        window.clear();
        return verdict;
    }

    private Verdict judge() {
        if (record.count() == 0 || renews) {
            boolean first = record.count() == 0;
            record.clear();
            record.add(window);
            renews = false;
            return first ? Verdict.ACCEPTED : Verdict.NOT_BETTER;
        }
        if (difference() > noise()) {
            suspects = false;
            rise();
            return Verdict.ACCEPTED;
        }
        record.add(hope);
        hope.clear();
        double difference = difference();
        if (difference < -noise()) {
            suspects = !suspects;
            renews = !suspects;
            return suspects ? Verdict.NOT_BETTER : Verdict.WORSE;
        }
        suspects = false;
        record.add(window);
        return difference >= 0 ? Verdict.ACCEPTED : Verdict.NOT_BETTER;
    }

    private double difference() {
        return window.mean(0) - record.mean(0);
    }

    private double noise() {
        return BEYOND_NOISE * Math.sqrt(squaredError(window) + squaredError(record));
    }

    private void rise() {
        boolean again = hope.count() > 0;
        hope.add(window);
        if (again) {
            record.clear();
            record.add(hope);
            hope.clear();
        }
    }

    /** The squared standard error of the mean, sample variance through count. */
    private static double squaredError(Moments moments) {
        double deviation = moments.deviation(0);
        return deviation * deviation / (moments.count() - 1);
    }

    /** Whether there is a record. */
    boolean hasRecord() {
        return record.count() > 0;
    }

    /** The record's mean; NaN without one. */
    double recordMean() {
        return hasRecord() ? record.mean(0) : Double.NaN;
    }
}
