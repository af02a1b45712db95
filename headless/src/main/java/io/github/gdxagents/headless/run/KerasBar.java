package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.learn.FinishedEpisode;
import io.github.gdxagents.agent.learn.UpdateReport;
import java.util.List;
import java.util.Locale;

/** An update in the words of Keras: a full bar, loss and accuracy, as after each {@code model.fit} of the notebooks. */
final class KerasBar {

    private static final String BAR = "=".repeat(30);

    private KerasBar() {}

    static String of(UpdateReport report, long decisions, int miniBatch, double seconds) {
        long steps = miniBatch == 0 ? 1 : (decisions + miniBatch - 1) / miniBatch;
        List<FinishedEpisode> finished = report.finished();
        return String.format(
                Locale.ROOT,
                "%1$d/%1$d [%2$s] - %3$.0fs %4$.0fms/step - loss: %5$.4f - acc: %6$.4f   episode %7$d: %8$.0f   running mean: %9$.2f",
                steps,
                BAR,
                seconds,
                1000 * seconds / steps,
                report.loss(),
                report.accuracy(),
                report.episodes(),
                finished.isEmpty()
                        ? Double.NaN
                        : finished.get(finished.size() - 1).score(),
                report.meanScore());
    }
}
