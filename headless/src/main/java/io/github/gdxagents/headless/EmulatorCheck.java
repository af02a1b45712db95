package io.github.gdxagents.headless;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.learn.Evaluation;
import io.github.gdxagents.agent.learn.EvaluationReport;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.headless.ale.AleException;
import io.github.gdxagents.headless.run.Game;
import io.github.gdxagents.headless.run.RunConfig;
import io.github.gdxagents.headless.run.RunDirectory;
import io.github.gdxagents.pong.atari.AtariGame;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;

/** The last word of a run on the built-in court: its best policy on the real emulator, unchanged, in fresh episodes. */
final class EmulatorCheck {

    private static final long SEED = 1;

    private final RunDirectory directory;
    private final RunConfig config;
    private final AtariGame atari;
    private final int envs;
    private final int threads;

    /** A check of the run in a folder. */
    EmulatorCheck(RunDirectory directory, RunConfig config, AtariGame atari, int envs, int threads) {
        this.directory = directory;
        this.config = config;
        this.atari = atari;
        this.envs = envs;
        this.threads = threads;
    }

    /** Plays and tells, also in the run's log; where there is no emulator or ROM, it says what is missing and how to get it. */
    void run(int episodes, PrintWriter out, BooleanSupplier stop) {
        try (ProgressLine progress = new ProgressLine(out, Terminal.isTerminal());
                Evaluation evaluation =
                        new Evaluation(Game.ALE.environments(atari, config.rom()), Math.min(envs, episodes), threads)) {
            PolicyNetwork network =
                    CheckpointFiles.read(CheckpointFiles.at(directory.folder())).network();
            long start = System.nanoTime();
            EvaluationReport report = evaluation.run(
                    network,
                    ActionChoice.SAMPLE,
                    SEED,
                    episodes,
                    count -> progress.show("on the emulator: " + count + " of " + episodes + " episodes"),
                    stop);
            double seconds = (System.nanoTime() - start) / 1e9;
            progress.clear();
            tell(out, "the best policy on " + Game.ALE.protocolLine(atari, ActionChoice.SAMPLE));
            tell(out, ScoreLine.of(report, SEED, seconds));
        } catch (AleException e) {
            tell(out, "not checked on the emulator: " + e.getMessage());
        } catch (IllegalStateException e) {
            if (!stop.getAsBoolean()) {
                throw e;
            }
            // The training before it is whole and saved: a check that was cut short is no failure of the run.
            tell(out, "not checked on the emulator: " + e.getMessage());
        }
    }

    private void tell(PrintWriter out, String line) {
        out.println(line);
        out.flush();
        directory.addToLog(line);
    }
}
