package io.github.gdxagents.headless.live;

import io.github.gdxagents.agent.checkpoint.CheckpointFiles;
import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.UpdateReport;
import io.github.gdxagents.headless.run.RunConfig;
import io.github.gdxagents.headless.run.RunListener;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands, for Prometheus and for a page. The thread that trains only keeps what it is told; numbers are made of it on the
 * thread that asks. What is not known yet, or not a number, has no sample.
 */
public final class LiveMetrics implements RunListener, PageSource {

    /** What {@link #text()} is, for HTTP. */
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double MILLIS = 1000;

    private final Path folder;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = new PrometheusTextFormatWriter(false);
    private volatile @Nullable LiveStatus status;

    /**
     * Metrics of a run that has not begun.
     *
     * @param folder of the run
     * @param config what it does
     * @param version of the program
     */
    public LiveMetrics(Path folder, RunConfig config, String version) {
        this.folder = folder;
        Info.builder()
                .name("gdx_agents_run")
                .help("What runs.")
                .labelNames("environment", "preset", "seed", "version")
                .register(registry)
                .addLabelValues(config.play().label(), config.preset(), Long.toString(config.seed()), version);
        counter("decisions", "Decisions learned from, over all lives of the run.", LiveStatus::decisions);
        counter("episodes", "Episodes finished, over all lives of the run.", LiveStatus::episodes);
        counter("updates", "Updates of the weights, over all lives of the run.", LiveStatus::updates);
        counter(
                "training_seconds",
                "Seconds of training without evaluations, over all lives of the run.",
                LiveStatus::seconds);
        ofUpdate("policy_entropy", "Entropy of the policy, in nats.", UpdateReport::entropy);
        ofUpdate(
                "policy_kl",
                "How far the last update moved the policy from the one that played, in nats.",
                UpdateReport::kl);
        ofUpdate("policy_loss", "Loss of the policy in the last update.", UpdateReport::loss);
        ofUpdate("value_loss", "Loss of the value in the last update.", UpdateReport::valueLoss);
        ofUpdate("gradient_norm", "Norm of the gradient before it was shortened.", UpdateReport::gradientNorm);
        ofUpdate("learning_rate_factor", "What the learning rate is multiplied by.", UpdateReport::rateFactor);
        gauge(
                "decisions_per_second",
                "Decisions in a second of training, in this life of the run.",
                now -> Optional.of(now.decisionsPerSecond()));
        GaugeWithCallback.builder()
                .name("gdx_agents_mean_score")
                .help("Mean score of the last training episodes.")
                .labelNames("episodes")
                .callback(to -> report().ifPresent(report -> {
                    call(to, report.meanScore20(), "20");
                    call(to, report.meanScore(), "100");
                }))
                .register(registry);
        heldOut("held_out_score", "Mean score in fresh episodes.", HeldOutScore::mean);
        heldOut("held_out_standard_error", "Standard error of that score.", HeldOutScore::standardError);
        heldOut("held_out_decisions", "Decisions learned from when that score was found.", HeldOutScore::decisions);
        gauge(
                "checkpoint_timestamp_seconds",
                "When the newest checkpoint was written, in seconds since 1970.",
                now -> checkpointSeconds());
        jvm();
    }

    private void jvm() {
        Runtime runtime = Runtime.getRuntime();
        GaugeWithCallback.builder()
                .name("jvm_memory_used_bytes")
                .help("Memory in use.")
                .labelNames("area")
                .callback(to -> to.call((double) (runtime.totalMemory() - runtime.freeMemory()), "heap"))
                .register(registry);
        GaugeWithCallback.builder()
                .name("jvm_memory_max_bytes")
                .help("Memory that may be used at most.")
                .labelNames("area")
                .callback(to -> to.call((double) runtime.maxMemory(), "heap"))
                .register(registry);
    }

    private void counter(String name, String help, ToDoubleFunction<LiveStatus> value) {
        CounterWithCallback.builder()
                .name("gdx_agents_" + name)
                .help(help)
                .callback(to -> status().ifPresent(now -> to.call(value.applyAsDouble(now))))
                .register(registry);
    }

    private void ofUpdate(String name, String help, ToDoubleFunction<UpdateReport> value) {
        gauge(name, help, now -> now.report().map(value::applyAsDouble));
    }

    private void gauge(String name, String help, Function<LiveStatus, Optional<Double>> value) {
        GaugeWithCallback.builder()
                .name("gdx_agents_" + name)
                .help(help)
                .callback(to -> status().flatMap(value).ifPresent(number -> call(to, number)))
                .register(registry);
    }

    private void heldOut(String name, String help, ToDoubleFunction<HeldOutScore> value) {
        GaugeWithCallback.builder()
                .name("gdx_agents_" + name)
                .help(help)
                .labelNames("which")
                .callback(to -> {
                    status().flatMap(LiveStatus::heldOut)
                            .ifPresent(score -> call(to, value.applyAsDouble(score), "last"));
                    status().flatMap(LiveStatus::best).ifPresent(score -> call(to, value.applyAsDouble(score), "best"));
                })
                .register(registry);
    }

    private static void call(GaugeWithCallback.Callback to, double number, String... labels) {
        if (!Double.isNaN(number)) {
            to.call(number, labels);
        }
    }

    private Optional<Double> checkpointSeconds() {
        return CheckpointFiles.newest(folder.resolve(CheckpointFiles.FOLDER)).flatMap(file -> {
            try {
                return Optional.of(Files.getLastModifiedTime(file).toMillis() / MILLIS);
            } catch (IOException e) {
                // It made room for a newer one in this very moment.
                return Optional.empty();
            }
        });
    }

    /**
     * How the run stands.
     *
     * @return the status; nothing before the run has found out where it begins
     */
    Optional<LiveStatus> status() {
        return Optional.ofNullable(status);
    }

    private Optional<UpdateReport> report() {
        return status().flatMap(LiveStatus::report);
    }

    /**
     * A life begins.
     *
     * @param start where
     * @return this, which is told from now on
     */
    public LiveMetrics begin(Start start) {
        status = LiveStatus.of(start);
        return this;
    }

    @Override
    public void updated(UpdateReport report, double seconds) {
        status = begun().updated(report, seconds);
    }

    @Override
    public void evaluated(HeldOutScore score, long updates, double seconds, boolean best) {
        status = begun().evaluated(score, best);
    }

    private LiveStatus begun() {
        return status().orElseThrow(() -> new IllegalStateException("told of a run that has not begun"));
    }

    /**
     * All metrics in the text form that Prometheus reads.
     *
     * @return lines
     */
    @Override
    public String text() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            writer.write(bytes, registry.scrape());
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all bytes", e);
        }
    }
}
