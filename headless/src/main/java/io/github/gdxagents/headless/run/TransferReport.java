package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.Evaluation;
import io.github.gdxagents.agent.learn.EvaluationReport;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.files.AtomicFiles;
import io.github.gdxagents.pong.atari.AtariGame;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * What a run that began with another's policy has learned and forgotten: points won of a hundred played, before and after, on both
 * built-in courts, in the same held-out episodes, with sampled actions.
 */
public final class TransferReport {

    /** The episodes are those of {@code evaluate} with its default seed. */
    private static final long SEED = 1;

    private static final List<Game> COURTS = List.of(Game.PONG, Game.PHYSICS);

    private final RunDirectory directory;
    private final AtariGame atari;
    private final int envs;
    private final int threads;

    /**
     * A report on a run.
     *
     * @param directory the run's folder, which has the policy it began with
     * @param atari how the run's game is played, and what the policy sees of it
     * @param envs copies of a game that are played side by side
     * @param threads how many threads work
     */
    public TransferReport(RunDirectory directory, AtariGame atari, int envs, int threads) {
        this.directory = directory;
        this.atari = atari;
        this.envs = envs;
        this.threads = threads;
    }

    /**
     * What a policy did on a court.
     *
     * @param court where
     * @param policy {@code before} or {@code after}
     * @param episodes how many
     * @param won points won
     * @param lost points lost
     */
    record Row(Game court, String policy, int episodes, long won, long lost) {

        double wonOfHundred() {
            return won + lost == 0 ? 0 : 100.0 * won / (won + lost);
        }

        String csv() {
            return String.format(
                    Locale.ROOT, "%s,%s,%d,%d,%d,%.2f", court.label(), policy, episodes, won, lost, wonOfHundred());
        }

        String cell() {
            return String.format(Locale.ROOT, "%.1f (%d of %d)", wonOfHundred(), won, won + lost);
        }
    }

    /**
     * Plays and tells; the table stands in the run's log as well, the numbers in {@code transfer.csv}. Stopped, it leaves no file.
     *
     * @param episodes on each court with each policy, 1 or more
     * @param out where the table is printed
     * @param stop asked again and again, from several threads; true: return soon
     */
    public void run(int episodes, PrintWriter out, BooleanSupplier stop) {
        if (atari.observation().readsMemory()) {
            tell(out, "no transfer report: the policy sees the emulator's memory, and the built-in courts have none");
            return;
        }
        PolicyNetwork before = directory
                .start()
                .map(Checkpoint::network)
                .orElseThrow(() -> new InputException(directory.folder() + " has no checkpoints/start.agent"));
        PolicyNetwork after =
                CheckpointFiles.read(CheckpointFiles.at(directory.folder())).network();
        List<Row> rows = new ArrayList<>();
        for (Game court : COURTS) {
            Optional<Row> old = play(court, "before", before, episodes, stop);
            Optional<Row> now = play(court, "after", after, episodes, stop);
            if (old.isEmpty() || now.isEmpty()) {
                tell(out, "no transfer report: stopped");
                return;
            }
            rows.add(old.get());
            rows.add(now.get());
        }
        save(rows);
        table(rows, episodes).forEach(line -> tell(out, line));
    }

    private Optional<Row> play(Game court, String policy, PolicyNetwork network, int episodes, BooleanSupplier stop) {
        LongAdder won = new LongAdder();
        LongAdder lost = new LongAdder();
        try (Evaluation evaluation = new Evaluation(
                () -> new PointCounter(
                        court.environments(atari, Optional.empty()).create(), won, lost),
                Math.min(envs, episodes),
                threads)) {
            EvaluationReport report =
                    evaluation.run(network, ActionChoice.SAMPLE, SEED, episodes, finished -> {}, stop);
            return report.scores().size() < episodes
                    ? Optional.empty()
                    : Optional.of(new Row(court, policy, episodes, won.sum(), lost.sum()));
        } catch (IllegalStateException e) {
            if (!stop.getAsBoolean()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private void save(List<Row> rows) {
        StringBuilder csv = new StringBuilder("court,policy,episodes,points_won,points_lost,won_of_100\n");
        rows.forEach(row -> csv.append(row.csv()).append('\n'));
        AtomicFiles.write(csv.toString().getBytes(StandardCharsets.UTF_8), directory.transferCsv());
    }

    /** The lines of the table; two rows, before and after, for each court. */
    static List<String> table(List<Row> rows, int episodes) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "points won of 100 played, %d held-out episodes each, seed %d, sampled", episodes, SEED));
        String format = "%-10s%-24s%s";
        lines.add(String.format(Locale.ROOT, format, "court", "before", "after"));
        for (int row = 0; row < rows.size(); row += 2) {
            lines.add(String.format(
                    Locale.ROOT,
                    format,
                    rows.get(row).court().label(),
                    rows.get(row).cell(),
                    rows.get(row + 1).cell()));
        }
        return lines;
    }

    private void tell(PrintWriter out, String line) {
        out.println(line);
        out.flush();
        directory.addToLog(line);
    }

    /** Another environment, whose points are counted: a score says only their difference. */
    private static final class PointCounter implements Environment {
        private final Environment game;
        private final LongAdder won;
        private final LongAdder lost;

        private PointCounter(Environment game, LongAdder won, LongAdder lost) {
            this.game = game;
            this.won = won;
            this.lost = lost;
        }

        @Override
        public Outcome step(Action action) {
            Outcome outcome = game.step(action);
            // No decision is as long as the time from one point to the next: at most one is won or lost.
            if (game.reward() > 0) {
                won.increment();
            } else if (game.reward() < 0) {
                lost.increment();
            }
            return outcome;
        }

        @Override
        public boolean decisive() {
            return game.decisive();
        }

        @Override
        public int events() {
            return game.events();
        }

        @Override
        public int event() {
            return game.event();
        }

        @Override
        public ObservationSpec observationSpec() {
            return game.observationSpec();
        }

        @Override
        public ActionSpec actionSpec() {
            return game.actionSpec();
        }

        @Override
        public void reset(RandomStream random) {
            game.reset(random);
        }

        @Override
        public void observe(Observation into) {
            game.observe(into);
        }

        @Override
        public float reward() {
            return game.reward();
        }

        @Override
        public void close() {
            game.close();
        }
    }
}
