package io.github.gdxagents.headless.tensorboard;

import com.google.protobuf.ByteString;
import io.github.gdxagents.agent.checkpoint.HeldOutScore;
import io.github.gdxagents.agent.learn.FinishedEpisode;
import io.github.gdxagents.agent.learn.UpdateReport;
import io.github.gdxagents.headless.run.RunConfig;
import io.github.gdxagents.headless.run.RunListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tensorflow.framework.DataType;
import org.tensorflow.framework.Summary;
import org.tensorflow.framework.SummaryMetadata;
import org.tensorflow.framework.TensorProto;
import org.tensorflow.framework.TensorShapeProto;
import org.tensorflow.util.Event;
import org.tensorflow.util.SessionLog;

/**
 * A life of a run as TensorBoard reads it: its curves over decisions, and what was chosen as a text. One thread at a time.
 *
 * <p>Each life has a file of its own. It begins by saying from which step on things are told again, so that TensorBoard forgets what a
 * killed life told beyond its last checkpoint. What was torn when the process was killed, the last record at most, TensorBoard leaves
 * out. A number that an update does not have (NaN) is left out, too. After {@value Thinning#ALL} updates, and as many looks, not all are
 * told of any more; an update that is told of then stands for those before it in its speed and its finished episodes alone.
 */
public final class EventFile implements RunListener {

    private static final Pattern NAME = Pattern.compile("events\\.out\\.tfevents\\.(\\d{10})\\.gdx-agents");

    /** The largest number that a name has room for. */
    private static final long LAST_NUMBER = 9_999_999_999L;

    private final Path path;
    private final RecordFile file;
    private final Instant opened;
    private final long openedNanos;
    private final LongSupplier nanos;
    private final long evaluateEvery;

    private long toldDecisions;
    private double toldSeconds;
    private int finished;
    private double finishedScores;
    private double finishedDecisions;

    private EventFile(Path path, RecordFile file, Start start, long evaluateEvery, Instant opened, LongSupplier nanos) {
        this.path = path;
        this.file = file;
        this.opened = opened;
        this.nanos = nanos;
        this.evaluateEvery = Math.max(1, evaluateEvery);
        this.openedNanos = nanos.getAsLong();
        this.toldDecisions = start.decisions();
        this.toldSeconds = start.seconds();
    }

    /**
     * Makes the file of a life.
     *
     * @param folder where; made if it is absent
     * @param config what the run does
     * @param start where the life begins
     * @param clock asked once: what happens later is told by the time that went by, whatever becomes of the clock
     * @return the file, with what was chosen in it
     * @throws UncheckedIOException if the disk does not take it
     */
    public static EventFile open(Path folder, RunConfig config, Start start, InstantSource clock) {
        return open(folder, config, start, clock, System::nanoTime);
    }

    /** As above, with a time that goes by as the caller likes: nanoseconds from anywhere. */
    static EventFile open(Path folder, RunConfig config, Start start, InstantSource clock, LongSupplier nanos) {
        Instant now = clock.instant();
        EventFile events = create(folder, start, config.evaluation().every(), now, nanos);
        try {
            events.write(Event.newBuilder().setFileVersion("brain.Event:2"));
            events.write(Event.newBuilder()
                    .setStep(start.decisions() + 1)
                    .setSessionLog(SessionLog.newBuilder().setStatus(SessionLog.SessionStatus.START)));
            events.write(
                    start.decisions(), Summary.newBuilder().addValue(text("run/settings", SettingsText.of(config))));
            return events;
        } catch (UncheckedIOException e) {
            try {
                events.close();
            } catch (UncheckedIOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    /**
     * Files are read in the order of their names, which hold the second in which they were made. A life that begins in the same second
     * as the one before, or at an earlier one as the clock was put back, gets the number after the last.
     */
    private static EventFile create(Path folder, Start start, long evaluateEvery, Instant now, LongSupplier nanos) {
        try {
            Files.createDirectories(folder);
            long number = Math.max(Math.max(now.getEpochSecond(), 0), lastNumber(folder) + 1);
            while (true) {
                Path path = folder.resolve(String.format(
                        Locale.ROOT, "events.out.tfevents.%010d.gdx-agents", Math.min(number, LAST_NUMBER)));
                try {
                    return new EventFile(path, RecordFile.create(path), start, evaluateEvery, now, nanos);
                } catch (FileAlreadyExistsException e) {
                    // A name is free at last, unless somebody named a file so that none can come behind it.
                    if (number >= LAST_NUMBER) {
                        throw e;
                    }
                    number++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not make a file for TensorBoard in " + folder + ": " + e, e);
        }
    }

    private static long lastNumber(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .mapToLong(name -> Long.parseLong(name.group(1)))
                    .max()
                    .orElse(0);
        }
    }

    @Override
    public void updated(UpdateReport report, double seconds) {
        for (FinishedEpisode episode : report.finished()) {
            finished++;
            finishedScores += episode.score();
            finishedDecisions += episode.decisions();
        }
        if (!Thinning.isTold(report.update())) {
            return;
        }
        Summary.Builder summary = Summary.newBuilder();
        add(summary, "train/mean_score_20", report.meanScore20());
        add(summary, "train/mean_score_100", report.meanScore());
        add(summary, "train/episodes", (double) report.episodes());
        if (finished > 0) {
            add(summary, "train/episode_score", finishedScores / finished);
            add(summary, "train/episode_decisions", finishedDecisions / finished);
        }
        add(summary, "loss/policy", report.loss());
        add(summary, "loss/value", report.valueLoss());
        add(summary, "loss/events", report.eventLoss());
        add(summary, "policy/entropy", report.entropy());
        add(summary, "policy/kl", report.kl());
        add(summary, "policy/clipped", report.clipped());
        add(summary, "policy/accuracy", report.accuracy());
        add(summary, "gradient/norm", report.gradientNorm());
        add(summary, "learning_rate/factor", report.rateFactor());
        if (seconds > toldSeconds) {
            add(summary, "speed/decisions_per_second", (report.decisions() - toldDecisions) / (seconds - toldSeconds));
        }
        write(report.decisions(), summary);
        toldDecisions = report.decisions();
        toldSeconds = seconds;
        finished = 0;
        finishedScores = 0;
        finishedDecisions = 0;
    }

    @Override
    public void evaluated(HeldOutScore score, long updates, double seconds, boolean best) {
        if (!Thinning.isTold(Math.max(1, score.decisions() / evaluateEvery))) {
            return;
        }
        Summary.Builder summary = Summary.newBuilder();
        add(summary, "evaluation/score", score.mean());
        add(summary, "evaluation/lower_end", score.lowerEnd());
        add(summary, "evaluation/upper_end", 2 * score.mean() - score.lowerEnd());
        write(score.decisions(), summary);
    }

    private static void add(Summary.Builder summary, String tag, double value) {
        if (!Double.isNaN(value)) {
            summary.addValue(Summary.Value.newBuilder().setTag(tag).setSimpleValue((float) value));
        }
    }

    private static Summary.Value text(String tag, String markdown) {
        return Summary.Value.newBuilder()
                .setTag(tag)
                .setMetadata(SummaryMetadata.newBuilder()
                        .setPluginData(SummaryMetadata.PluginData.newBuilder().setPluginName("text")))
                .setTensor(TensorProto.newBuilder()
                        .setDtype(DataType.DT_STRING)
                        .setTensorShape(TensorShapeProto.getDefaultInstance())
                        .addStringVal(ByteString.copyFromUtf8(markdown)))
                .build();
    }

    private void write(long step, Summary.Builder summary) {
        write(Event.newBuilder().setStep(step).setSummary(summary));
    }

    private void write(Event.Builder event) {
        double time = opened.getEpochSecond() + opened.getNano() / 1e9 + (nanos.getAsLong() - openedNanos) / 1e9;
        try {
            file.add(event.setWallTime(time).build().toByteArray());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("could not write " + path.getFileName() + ": " + e.getMessage(), e);
    }

    @Override
    public void force() {
        try {
            file.force();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
