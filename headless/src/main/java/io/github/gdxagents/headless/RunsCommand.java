package io.github.gdxagents.headless;

import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.headless.archive.ArchivedRun;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.LivesFile;
import io.github.gdxagents.headless.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code runs}: which runs there are, what became of them and how good they are. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        versionProvider = CodeVersion.class,
        sortOptions = false,
        description = {
            "Lists the runs in a folder, the one that began last at the end. Runs that another process works on are not disturbed.",
            "States: running; done, a limit was reached; stopped, by the user; failed, with the reason below the table; killed,"
                    + " without a word. The score is the best one in held-out episodes with half its 95 %% interval and the number"
                    + " of episodes; the mean is that of the last 20 training episodes."
        })
public final class RunsCommand implements Callable<Integer> {

    private static final long PATIENCE_NANOS = 2_000_000_000;
    private static final double MOST_SECONDS = 1e9;

    /** What only the folder of a run has. */
    private static final List<String> MARKS =
            List.of("config.json", RunDirectory.METRICS, LivesFile.NAME, "checkpoints", "command.txt");

    private static final List<String> HEADINGS =
            List.of("run", "state", "env", "preset", "seed", "decisions", "best held-out", "mean", "began", "trained");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "whose folders are runs, or a run (default: ${DEFAULT-VALUE})",
            defaultValue = "runs")
    private @Nullable Path folder;

    @Option(names = "--json", description = "print one JSON object a line for each run")
    private boolean json;

    private final ZoneId zone;

    /**
     * A command.
     *
     * @param zone in which times are told
     */
    RunsCommand(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * A run, or what stands in the way of reading it.
     *
     * @param folder where it is
     * @param run the run, if it can be read
     * @param trouble a sentence, if it cannot
     */
    private record Entry(Path folder, Optional<ArchivedRun> run, String trouble) {

        static Entry of(Path folder) {
            try {
                return new Entry(folder, Optional.of(ArchivedRun.readLatest(folder)), "");
            } catch (RuntimeException e) {
                return new Entry(folder, Optional.empty(), String.valueOf(e.getMessage()));
            }
        }

        String name() {
            return PlainText.of(String.valueOf(folder.getFileName()));
        }

        Instant begun() {
            return run.flatMap(ArchivedRun::begun).orElse(Instant.MIN);
        }
    }

    @Override
    public Integer call() {
        Path where = Objects.requireNonNull(folder, "picocli sets this field");
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets this field");
        PrintWriter out = command.commandLine().getOut();
        List<Entry> entries = entries(folders(where), out);
        if (json) {
            entries.forEach(entry -> out.println(Json.line(object(entry))));
        } else if (entries.isEmpty()) {
            out.println("no runs in " + where);
        } else {
            print(entries, out);
        }
        out.flush();
        return 0;
    }

    /** The folders of runs, whole or broken. */
    private static List<Path> folders(Path where) {
        if (!Files.isDirectory(where)) {
            throw new InputException(where + (Files.exists(where) ? " is a file" : " does not exist")
                    + ", expected a folder with runs in it");
        }
        if (Files.exists(where.resolve("config.json"))) {
            return List.of(where.toAbsolutePath().normalize());
        }
        try (Stream<Path> files = Files.list(where)) {
            return files.filter(Files::isDirectory)
                    .filter(file -> MARKS.stream().anyMatch(mark -> Files.exists(file.resolve(mark))))
                    .toList();
        } catch (IOException e) {
            throw new InputException(where + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads all; those of unknown age first, then by the time at which they say that they began, and else by name. */
    private static List<Entry> entries(List<Path> folders, PrintWriter out) {
        List<Entry> entries = new ArrayList<>();
        long start = System.nanoTime();
        try (ProgressLine progress = new ProgressLine(out, Terminal.isTerminal())) {
            for (Path each : folders) {
                if (System.nanoTime() - start > PATIENCE_NANOS) {
                    progress.show("read " + entries.size() + " of " + folders.size() + " runs");
                }
                entries.add(Entry.of(each));
            }
        }
        entries.sort(Comparator.comparing(Entry::begun).thenComparing(Entry::name));
        return entries;
    }

    private void print(List<Entry> entries, PrintWriter out) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
        entries.forEach(entry -> entry.run().ifPresent(run -> rows.add(row(entry.name(), run))));
        int[] widths = new int[HEADINGS.size()];
        rows.forEach(row -> {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        });
        if (rows.size() > 1) {
            rows.forEach(row -> out.println(line(row, widths)));
        }
        for (Entry entry : entries) {
            entry.run()
                    .flatMap(ArchivedRun::failure)
                    .ifPresent(sentence ->
                            out.println(entry.name() + " failed: " + PlainText.of(sentence, PlainText.SHORT)));
            if (entry.run().isEmpty()) {
                out.println(entry.name() + " unreadable: " + PlainText.of(entry.trouble(), PlainText.SHORT));
            }
        }
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append(row.get(column)).append(" ".repeat(widths[column] - width(row.get(column)) + 2));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private List<String> row(String name, ArchivedRun run) {
        return List.of(
                name,
                run.state().label(),
                PlainText.of(run.config().play().label()),
                PlainText.of(run.config().preset()),
                Long.toString(run.config().seed()),
                String.format(Locale.ROOT, "%,d", run.decisions()),
                run.best()
                        .map(best -> String.format(
                                Locale.ROOT, "%.2f ± %.2f (%d)", best.mean(), halfWidth(best), best.episodes()))
                        .orElse("-"),
                run.lastMean().isPresent()
                        ? String.format(Locale.ROOT, "%.2f", run.lastMean().getAsDouble())
                        : "-",
                run.begun().map(begun -> MINUTE.format(begun.atZone(zone))).orElse("-"),
                duration(run.seconds()));
    }

    private static double halfWidth(HeldOutScore score) {
        return 1.96 * score.standardError();
    }

    private static String duration(double seconds) {
        if (!(seconds >= 0 && seconds < MOST_SECONDS)) {
            return "-";
        }
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private static Map<String, Object> object(Entry entry) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("run", entry.name());
        object.put("folder", PlainText.of(entry.folder().toString()));
        if (entry.run().isEmpty()) {
            object.put("state", "unreadable");
            object.put("sentence", PlainText.of(entry.trouble(), PlainText.SHORT));
            return object;
        }
        ArchivedRun run = entry.run().get();
        object.put("state", run.state().label());
        run.failure().ifPresent(sentence -> object.put("sentence", PlainText.of(sentence, PlainText.SHORT)));
        object.put("env", PlainText.of(run.config().play().label()));
        object.put("preset", PlainText.of(run.config().preset()));
        object.put("seed", run.config().seed());
        object.put("decisions", run.decisions());
        run.best().ifPresent(best -> {
            object.put("best", best.mean());
            object.put("ci95", halfWidth(best));
            object.put("episodes", best.episodes());
            object.put("bestAfter", best.decisions());
        });
        run.lastMean().ifPresent(mean -> object.put("mean", mean));
        run.begun().ifPresent(begun -> object.put("began", begun.toString()));
        object.put("seconds", run.seconds());
        object.put("lives", run.lives().size());
        return object;
    }
}
