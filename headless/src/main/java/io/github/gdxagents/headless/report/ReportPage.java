package io.github.gdxagents.headless.report;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.LearnerSettings;
import io.github.gdxagents.headless.archive.ArchivedRun;
import io.github.gdxagents.headless.archive.RunTable;
import io.github.gdxagents.headless.chart.ChartException;
import io.github.gdxagents.headless.chart.ChartStyle;
import io.github.gdxagents.headless.chart.ScoreChart;
import io.github.gdxagents.headless.report.RunPictures.Figure;
import io.github.gdxagents.headless.report.RunPictures.Strip;
import io.github.gdxagents.headless.run.AtariPlay;
import io.github.gdxagents.headless.run.BoundedText;
import io.github.gdxagents.headless.run.FoundGames;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.Life;
import io.github.gdxagents.headless.run.Machine;
import io.github.gdxagents.headless.run.NamedPlay;
import io.github.gdxagents.headless.run.RunConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A page about one run that needs nothing else: no script, no other file, no network. It is read on a telephone as on a desk, by day and
 * by night. Everything in it that a stranger may have written is shown as text, and a browser that keeps to the page's own security policy
 * would fetch or run nothing even if something slipped through.
 */
public final class ReportPage {

    private static final int LOOKS = 12;

    private static final int LIVES = 20;

    /** So much of a file of commands or versions is read. */
    private static final int MOST_BYTES = 64 << 10;

    /** So much of a stranger's text is shown in one place. */
    private static final int LONGEST = 1000;

    private static final String STYLE = """
            :root{color-scheme:light dark;--paper:#fff;--ink:#222426;--soft:#5c6166;--line:#d9dcdf;--card:#f4f5f7;--accent:#0067a5}
            @media(prefers-color-scheme:dark){:root{--paper:#17191c;--ink:#e4e6e8;--soft:#a2a8ae;--line:#34383d;--card:#212428;--accent:#6cb8f0}}
            *{box-sizing:border-box}
            body{margin:0 auto;max-width:60rem;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
            h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0}
            h2{font-size:1.15rem;margin:2rem 0 .6rem;padding-bottom:.2rem;border-bottom:1px solid var(--line)}
            p{margin:.5rem 0}
            .soft,figcaption,td small{color:var(--soft)}
            .numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.6rem;margin:1rem 0;padding:0;list-style:none}
            .numbers li{background:var(--card);border-radius:.5rem;padding:.6rem .7rem}
            .numbers b{display:block;font-size:1.1rem;line-height:1.4;white-space:nowrap;color:var(--accent)}
            figure{margin:0}
            figcaption{font-size:.875rem;margin-top:.3rem}
            img{display:block;max-width:100%;height:auto;border-radius:.3rem}
            .curve img{width:100%}
            .films{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:1rem}
            .films img{width:100%;max-width:22rem;image-rendering:pixelated}
            .weights{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(40%,9.5rem),1fr));gap:.8rem}
            .weights img{width:100%;image-rendering:pixelated}
            .weights.table{display:block}
            .weights.table img{min-height:8rem;max-height:24rem}
            .box{overflow-x:auto;max-width:100%}
            table{border-collapse:collapse;width:100%;font-size:.9375rem;overflow-wrap:normal}
            th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
            th{font-weight:600}
            .name{white-space:nowrap;min-width:8rem}
            .name small{white-space:normal}
            .value{overflow-wrap:anywhere;min-width:7rem}
            .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
            td small{display:block;font-size:.8125rem}
            td.strip{width:60%}
            td.strip img{width:100%;height:1.4rem;image-rendering:pixelated}
            pre{overflow-x:auto;max-width:100%;background:var(--card);border-radius:.5rem;padding:.7rem .8rem;font:.8125rem/1.5 ui-monospace,monospace;overflow-wrap:normal;margin:.5rem 0}
            footer{margin-top:2rem;font-size:.875rem}
            """;

    private final ArchivedRun run;
    private final RunConfig config;
    private final StringBuilder html = new StringBuilder(1 << 16);

    private ReportPage(ArchivedRun run) {
        this.run = run;
        this.config = run.config();
    }

    /**
     * Makes the page.
     *
     * @param run what its folder tells
     * @param pictures of its best policy
     * @param refreshSeconds how often a browser should ask for it anew, 1 or more; nothing for a page that stays as it is
     * @return HTML
     */
    public static String html(ArchivedRun run, RunPictures pictures, Optional<Integer> refreshSeconds) {
        return new ReportPage(run).make(pictures, refreshSeconds);
    }

    private String make(RunPictures pictures, Optional<Integer> refreshSeconds) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src"
                                + " 'unsafe-inline'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"referrer\" content=\"no-referrer\">\n");
        refreshSeconds.ifPresent(seconds -> html.append("<meta http-equiv=\"refresh\" content=\"")
                .append(seconds)
                .append("\">\n"));
        html.append("<title>")
                .append(text(run.name()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        headline();
        curve();
        pictures(pictures);
        heldOut();
        again();
        lives();
        settings("What is played", played());
        learner();
        html.append(
                        "<footer class=\"soft\">Made by gdx-agents. This page is one file; it asks nothing of any network.</footer>\n")
                .append("</body>\n</html>\n");
        return html.toString();
    }

    private void headline() {
        html.append("<h1>").append(text(run.name())).append("</h1>\n<p>");
        html.append(text(config.play().label() + " · preset " + config.preset() + " · seed " + config.seed() + " · "
                + run.state().label()
                + run.failure().map(sentence -> ": " + sentence).orElse("")));
        config.from().ifPresent(from -> html.append(text(" · began with the weights of " + from)));
        html.append("</p>\n<ul class=\"numbers\">\n");
        Optional<HeldOutScore> best = run.best();
        number(
                best.map(score -> decimal(score.mean()) + " ± " + decimal(score.mean() - score.lowerEnd()))
                        .orElse("none yet"),
                best.map(score -> String.format(
                                Locale.ROOT,
                                "best held-out score (mean of %,d episodes, 95 %% interval)",
                                score.episodes()))
                        .orElse("best held-out score"));
        number(String.format(Locale.ROOT, "%,d", run.decisions()), "decisions of training");
        number(last("seconds").map(ReportPage::duration).orElse("none yet"), "of training");
        number(
                last("mean_score_20").map(ReportPage::decimal).orElse("none yet"),
                "mean of the last 20 training episodes");
        html.append("</ul>\n<p class=\"soft\">Held-out scores: ")
                .append(text(config.play().line(ActionChoice.SAMPLE)))
                .append(best.map(score -> String.format(
                                Locale.ROOT, ". The best one came after %,d decisions.", score.decisions()))
                        .orElse("."))
                .append("</p>\n");
    }

    private void number(String number, String what) {
        html.append("<li><b>")
                .append(text(number))
                .append("</b>")
                .append(text(what))
                .append("</li>\n");
    }

    /** The last finite number of a column of the curve. */
    private Optional<Double> last(String column) {
        double[] cells = run.metrics().column(column);
        for (int row = cells.length - 1; row >= 0; row--) {
            if (Double.isFinite(cells[row])) {
                return Optional.of(cells[row]);
            }
        }
        return Optional.empty();
    }

    private void curve() {
        html.append("<h2>Curve</h2>\n");
        ScoreChart chart = RunCurves.of(run, "");
        try {
            html.append("<figure class=\"curve\"><picture>\n");
            String narrow = png(chart, ChartStyle.NARROW);
            String narrowDark = png(chart, ChartStyle.NARROW.inTheDark());
            String wide = png(chart, ChartStyle.WIDE);
            String wideDark = png(chart, ChartStyle.WIDE.inTheDark());
            source("(max-width:600px) and (prefers-color-scheme:dark)", narrowDark);
            source("(max-width:600px)", narrow);
            source("(prefers-color-scheme:dark)", wideDark);
            html.append("<img src=\"")
                    .append(wide)
                    .append(
                            "\" alt=\"Scores over decisions: a line for training, dots with bars for held-out episodes\">\n")
                    .append("</picture></figure>\n");
        } catch (ChartException e) {
            html.append("</picture></figure>\n<p>")
                    .append(text("There is no curve: " + e.getMessage()))
                    .append(".</p>\n");
        }
    }

    private static String png(ScoreChart chart, ChartStyle style) {
        return DataUri.of("image/png", chart.png(style));
    }

    private void source(String media, String data) {
        html.append("<source media=\"")
                .append(media)
                .append("\" srcset=\"")
                .append(data)
                .append("\">\n");
    }

    private void pictures(RunPictures pictures) {
        if (!pictures.films().isEmpty()
                || !pictures.strips().isEmpty()
                || !pictures.weights().isEmpty()
                || !pictures.notes().isEmpty()) {
            html.append("<h2>The best policy</h2>\n");
        }
        pictures.notes().forEach(note -> html.append("<p>").append(text(note)).append("</p>\n"));
        if (!pictures.films().isEmpty()) {
            html.append("<div class=\"films\">\n");
            pictures.films().forEach(this::figure);
            html.append("</div>\n");
        }
        if (!pictures.strips().isEmpty()) {
            html.append("<h2>What the network sees over an episode</h2>\n")
                    .append(
                            "<p class=\"soft\">From left to right one decision after the other; orange is above 0, blue below.</p>\n")
                    .append(
                            "<div class=\"box\"><table><tr><th>entry</th><th>over the episode</th><th class=\"n\">from … to</th></tr>\n");
            pictures.strips().forEach(this::strip);
            html.append("</table></div>\n");
        }
        if (!pictures.weights().isEmpty()) {
            boolean table = pictures.weights().size() == 1;
            html.append("<h2>Weights of the first layer</h2>\n<p class=\"soft\">")
                    .append(
                            table
                                    ? "Orange weights are above 0, blue ones below."
                                    : "The units that matter most: active in this play, and listened to by the next layer. Orange: what"
                                            + " lights up here makes the unit more active; blue: less.")
                    .append("</p>\n<div class=\"weights")
                    .append(table ? " table" : "")
                    .append("\">\n");
            pictures.weights().forEach(this::figure);
            html.append("</div>\n");
        }
    }

    private void figure(Figure figure) {
        html.append("<figure><img src=\"")
                .append(HtmlText.of(figure.data()))
                .append("\" alt=\"")
                .append(text(figure.alt()))
                .append("\"><figcaption>")
                .append(text(figure.caption()))
                .append("</figcaption></figure>\n");
    }

    private void strip(Strip strip) {
        html.append("<tr><td>")
                .append(text(strip.name()))
                .append("</td><td class=\"strip\"><img src=\"")
                .append(HtmlText.of(strip.data()))
                .append("\" alt=\"")
                .append(text("Values of " + strip.name()))
                .append("\"></td><td class=\"n\">")
                .append(DataUri.number(strip.least()))
                .append(" … ")
                .append(DataUri.number(strip.most()))
                .append("</td></tr>\n");
    }

    private void heldOut() {
        html.append("<h2>Held-out scores</h2>\n");
        RunTable looks = run.evaluations();
        if (looks.rows() == 0) {
            html.append("<p>The run has not looked yet how good it is.</p>\n");
            return;
        }
        if (looks.rows() > LOOKS) {
            html.append(String.format(
                    Locale.ROOT,
                    "<p class=\"soft\">The last %d of %,d looks, and all in <code>evaluations.csv</code>.</p>%n",
                    LOOKS,
                    looks.rows()));
        }
        html.append("<div class=\"box\"><table><tr><th class=\"n\">decisions</th><th class=\"n\">seconds</th>")
                .append(
                        "<th class=\"n\">episodes</th><th class=\"n\">mean</th><th class=\"n\">95 %</th><th></th></tr>\n");
        double[] decisions = looks.column("decisions");
        double[] best = looks.column("best");
        int bestRow = -1;
        for (int row = 0; row < best.length; row++) {
            bestRow = best[row] == 1 ? row : bestRow;
        }
        for (int row = 0; row < decisions.length; row++) {
            if (row >= decisions.length - LOOKS || row == bestRow) {
                look(looks, row, row == bestRow);
            }
        }
        html.append("</table></div>\n");
    }

    private void look(RunTable looks, int row, boolean best) {
        html.append("<tr>");
        cell("%,.0f", looks.column("decisions")[row]);
        cell("%,.1f", looks.column("seconds")[row]);
        cell("%,.0f", looks.column("episodes")[row]);
        cell("%.2f", looks.column("mean")[row]);
        cell("± %.2f", 1.96 * looks.column("standard_error")[row]);
        html.append("<td class=\"n\">").append(best ? "best" : "").append("</td></tr>\n");
    }

    private void cell(String format, double number) {
        html.append("<td class=\"n\">")
                .append(Double.isNaN(number) ? "–" : String.format(Locale.ROOT, format, number))
                .append("</td>");
    }

    private void again() {
        String folder = ShellText.of(run.folder().toString());
        String program = config.play() instanceof NamedPlay ? FoundGames.LAUNCH : "java -jar gdx-agents-headless.jar";
        List<String> commands = new ArrayList<>();
        firstLines("command.txt").stream().findFirst().ifPresent(commands::add);
        html.append(
                "<h2>Again</h2>\n<p>This run from its beginning, as its folder tells; the same seed gives the same bytes:</p>\n");
        pre(commands.isEmpty() ? List.of("(the folder has no command.txt)") : commands);
        html.append("<p>What to do with it:</p>\n");
        List<String> more = new ArrayList<>(List.of(
                program + " evaluate " + folder,
                program + " train --resume " + folder,
                program + " inspect " + folder));
        if (config.play() instanceof AtariPlay) {
            more.add(program + " record --policy " + folder + " --out match.gif");
        }
        pre(more);
    }

    private void pre(List<String> lines) {
        html.append("<pre>");
        lines.forEach(line -> html.append(text(line)).append('\n'));
        html.append("</pre>\n");
    }

    /** One life after the other: by which command, with which version of the code, where, and how it ended. */
    private void lives() {
        List<String> commands = lastLines("command.txt");
        List<String> versions = lastLines("version.txt");
        Map<Integer, Life> known = new HashMap<>();
        run.lives().forEach(life -> known.put(life.number(), life));
        html.append(
                "<h2>Lives</h2>\n<div class=\"box\"><table><tr><th class=\"n\">life</th><th>command</th><th>code</th>"
                        + "<th>machine</th><th>from … to</th></tr>\n");
        int shown = Math.min(LIVES, Math.max(commands.size(), versions.size()));
        int newest = run.lives().stream().mapToInt(Life::number).max().orElse(shown);
        for (int back = shown - 1; back >= 0; back--) {
            Optional<Life> life = Optional.ofNullable(known.get(newest - back));
            html.append("<tr><td class=\"n\">")
                    .append(newest - back)
                    .append("</td><td class=\"value\"><code>")
                    .append(text(fromEnd(commands, back)))
                    .append("</code></td><td>")
                    .append(text(fromEnd(versions, back)))
                    .append(life.flatMap(Life::uncommitted)
                            .map(file -> text(", and " + file))
                            .orElse(""))
                    .append("</td><td>")
                    .append(life.map(one -> text(machine(one.machine()))).orElse("–"))
                    .append("</td><td>")
                    .append(life.map(one -> text(time(one))).orElse("–"))
                    .append("</td></tr>\n");
        }
        html.append("</table></div>\n");
    }

    private static String fromEnd(List<String> lines, int back) {
        return back < lines.size() ? lines.get(lines.size() - 1 - back) : "–";
    }

    private static String machine(Machine machine) {
        return String.format(
                Locale.ROOT,
                "Java %s · %s · %d processors (%s) · %.1f GB",
                machine.java(),
                machine.os(),
                machine.processors(),
                machine.architecture(),
                machine.memory() / 1e9);
    }

    private static String time(Life life) {
        return life.begun() + " … "
                + life.end()
                        .map(end -> end.at() + ", " + ending(end.ending())
                                + end.sentence()
                                        .map(sentence -> ": " + sentence)
                                        .orElse(""))
                        .orElse("not known");
    }

    private static String ending(Life.Ending ending) {
        return switch (ending) {
            case LIMIT -> "done";
            case STOPPED -> "stopped";
            case FAILED -> "failed";
        };
    }

    private Map<String, String> played() {
        Map<String, String> played = new LinkedHashMap<>();
        played.put("env", config.play().label());
        if (config.play() instanceof AtariPlay pong) {
            played.putAll(pong.atari().protocol().settings());
            played.put("observation", pong.atari().observation().toString());
        }
        played.put(
                "evaluate-every",
                String.format(Locale.ROOT, "%,d decisions", config.evaluation().every()));
        played.put(
                "evaluate-episodes",
                String.format(Locale.ROOT, "up to %,d", config.evaluation().episodes()));
        config.limits()
                .maxDecisions()
                .ifPresent(limit -> played.put("max-decisions", String.format(Locale.ROOT, "%,d", limit)));
        config.limits()
                .maxEpisodes()
                .ifPresent(limit -> played.put("max-episodes", String.format(Locale.ROOT, "%,d", limit)));
        config.limits()
                .maxUpdates()
                .ifPresent(limit -> played.put("max-updates", String.format(Locale.ROOT, "%,d", limit)));
        config.limits().maxSeconds().ifPresent(limit -> played.put("max-seconds", limit.toString()));
        config.limits().untilScore().ifPresent(limit -> played.put("until-score", limit.toString()));
        played.put("envs, threads", config.envs() + ", " + config.threads() + " (leave no trace in the result)");
        return played;
    }

    private void settings(String title, Map<String, String> settings) {
        html.append("<h2>").append(title).append("</h2>\n<div class=\"box\"><table>\n");
        settings.forEach((name, value) -> setting(name, "", value));
        html.append("</table></div>\n");
    }

    private void learner() {
        Map<String, String> values = LearnerSettings.write(config.learner());
        html.append("<h2>Hyper-parameters</h2>\n<div class=\"box\"><table>\n");
        LearnerSettings.helpByName().forEach((name, help) -> {
            String value = values.get(name);
            if (value != null) {
                setting(name, help, value);
            }
        });
        html.append("</table></div>\n");
    }

    private void setting(String name, String help, String value) {
        html.append("<tr><td class=\"name\">").append(text(name));
        if (!help.isEmpty()) {
            html.append("<small>").append(text(help)).append("</small>");
        }
        html.append("</td><td class=\"value\">").append(text(value)).append("</td></tr>\n");
    }

    /** The first lines of a file of the folder; none if it is not there or cannot be read, as the page can do without. */
    private List<String> firstLines(String name) {
        return lines(name, MOST_BYTES, 0);
    }

    /** The last lines of a file of the folder, the first of them perhaps not whole. */
    private List<String> lastLines(String name) {
        return lines(name, 0, MOST_BYTES);
    }

    private List<String> lines(String name, int head, int tail) {
        try {
            return BoundedText.read(run.folder().resolve(name), head, tail)
                    .lines()
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (InputException e) {
            return List.of();
        }
    }

    private static String text(String text) {
        return HtmlText.of(text, LONGEST);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static String duration(double seconds) {
        if (seconds < 120) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return seconds < 7200
                ? String.format(Locale.ROOT, "%.1f min", seconds / 60)
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
