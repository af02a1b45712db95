package io.github.gdxagents.headless.live;

import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.UpdateReport;
import io.github.gdxagents.headless.run.RunConfig;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** How a run stands, as a small page of HTML that asks for a newer one by itself. */
public final class StatusPage implements PageSource {

    /** Seconds between two pages. */
    private static final int REFRESH_SECONDS = 5;

    private final String title;
    private final Supplier<Optional<LiveStatus>> status;

    /**
     * A page.
     *
     * @param config what the run does
     * @param status how it stands; nothing before it has begun
     */
    public StatusPage(RunConfig config, Supplier<Optional<LiveStatus>> status) {
        this.title = config.play().label() + " · " + config.preset() + " · seed " + config.seed();
        this.status = status;
    }

    @Override
    public String text() {
        StringBuilder page = new StringBuilder(2048);
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\">")
                .append("<meta http-equiv=\"refresh\" content=\"")
                .append(REFRESH_SECONDS)
                .append("\"><title>")
                .append(escaped(title))
                .append("</title><style>body{font:16px sans-serif;margin:2em}td{padding:.2em 1em .2em 0}"
                        + "td+td{text-align:right;font-variant-numeric:tabular-nums}</style></head><body>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n");
        status.get().ifPresentOrElse(now -> table(page, now), () -> page.append("<p>The run begins.</p>\n"));
        return page.append("<p><a href=\"/metrics\">metrics for Prometheus</a></p>\n</body></html>\n")
                .toString();
    }

    private static void table(StringBuilder page, LiveStatus now) {
        page.append("<table>\n");
        row(page, "decisions", String.format(Locale.ROOT, "%,d", now.decisions()));
        row(page, "episodes", String.format(Locale.ROOT, "%,d", now.episodes()));
        row(page, "updates", String.format(Locale.ROOT, "%,d", now.updates()));
        row(page, "seconds of training", String.format(Locale.ROOT, "%,.1f", now.seconds()));
        row(page, "decisions a second", number("%,.0f", now.decisionsPerSecond()));
        row(page, "mean score of the last 20 episodes", ofUpdate(now, "%.2f", UpdateReport::meanScore20));
        row(page, "mean score of the last 100 episodes", ofUpdate(now, "%.2f", UpdateReport::meanScore));
        row(page, "entropy", ofUpdate(now, "%.3f", UpdateReport::entropy));
        row(page, "last held-out score", score(now.heldOut()));
        row(page, "best held-out score", score(now.best()));
        page.append("</table>\n");
    }

    private static String ofUpdate(LiveStatus now, String format, ToDoubleFunction<UpdateReport> value) {
        return now.report()
                .map(report -> number(format, value.applyAsDouble(report)))
                .orElse("–");
    }

    private static String score(Optional<HeldOutScore> score) {
        return score.map(found -> String.format(
                        Locale.ROOT,
                        "%.2f ± %.2f after %,d decisions",
                        found.mean(),
                        1.96 * found.standardError(),
                        found.decisions()))
                .orElse("–");
    }

    private static String number(String format, double number) {
        return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, format, number);
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("<tr><td>").append(name).append("</td><td>").append(value).append("</td></tr>\n");
    }

    /** A text as HTML shows it: the name of a game may be anything. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
