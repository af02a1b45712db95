package io.github.gdxagents.headless.fuzz;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.PolicyAgent;
import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.checkpoint.CheckpointCodec;
import io.github.gdxagents.agent.checkpoint.CheckpointException;
import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.agent.policy.PolicyCodec;
import io.github.gdxagents.agent.policy.PolicyException;
import io.github.gdxagents.agent.policy.WeightPrecision;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.headless.ale.AleException;
import io.github.gdxagents.headless.ale.RomFile;
import io.github.gdxagents.headless.ale.WheelReading;
import io.github.gdxagents.headless.archive.ArchivedRun;
import io.github.gdxagents.headless.archive.RunTable;
import io.github.gdxagents.headless.run.CurveReading;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.Life;
import io.github.gdxagents.headless.run.LivesFile;
import io.github.gdxagents.headless.run.RunConfig;
import io.github.gdxagents.headless.run.RunDirectory;
import io.github.gdxagents.pong.replay.Replay;
import io.github.gdxagents.pong.replay.ReplayCodec;
import io.github.gdxagents.pong.replay.ReplayException;
import io.github.gdxagents.pong.replay.ReplayMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All kinds of files that come from others. The numbers of memory are those of docs/adr/0024-hostile-files.md. */
final class Kinds {

    private static final Path CORE = Path.of("..", "core", "src", "test", "resources", "golden");
    private static final Path HEADLESS = Path.of("src", "test", "resources", "golden");
    private static final long MEGABYTE = 1 << 20;

    private final Path scratch;

    /** Kinds whose readers want paths find their files in a folder. */
    Kinds(Path scratch) {
        this.scratch = scratch;
    }

    List<Kind> all() {
        return List.of(checkpoint(), policy(), replay(), configuration(), table(), curve(), lives(), rom(), wheel());
    }

    private static Kind checkpoint() {
        return new Kind(
                "checkpoint",
                files(CORE, ".agent"),
                false,
                Kinds::readCheckpoint,
                CheckpointException.class::isInstance,
                bytes -> repaired(bytes, 24, new CRC32C()),
                true,
                true,
                24,
                MEGABYTE);
    }

    private static Callable<byte[]> readCheckpoint(byte[] file) {
        Checkpoint checkpoint = CheckpointCodec.decode(file, "hostile");
        return () -> {
            play(checkpoint.policy());
            return CheckpointCodec.encode(checkpoint);
        };
    }

    private static void play(Policy policy) {
        PolicyAgent agent = policy.agent(ActionChoice.SAMPLE, new RandomStream(1));
        agent.act(policy.newObservation(), policy.newAction());
    }

    private static Kind policy() {
        return new Kind(
                "policy",
                files(CORE, ".policy"),
                false,
                Kinds::readPolicy,
                PolicyException.class::isInstance,
                bytes -> repaired(bytes, 24, new CRC32()),
                true,
                true,
                40,
                MEGABYTE);
    }

    private static Callable<byte[]> readPolicy(byte[] file) {
        Policy policy = PolicyCodec.decode(file, "hostile");
        WeightPrecision precision = PolicyCodec.precision(file, "hostile");
        return () -> {
            play(policy);
            return PolicyCodec.encode(policy, precision);
        };
    }

    private static Kind replay() {
        return new Kind(
                "replay",
                files(CORE, ".replay"),
                false,
                Kinds::readReplay,
                ReplayException.class::isInstance,
                bytes -> repaired(bytes, 20, new CRC32C()),
                true,
                true,
                4,
                MEGABYTE);
    }

    private static Callable<byte[]> readReplay(byte[] file) {
        Replay replay = ReplayCodec.decode(file, "hostile");
        return () -> {
            try (ReplayMatch match = new ReplayMatch(replay)) {
                match.verify("hostile");
            } catch (ReplayException e) {
                // Another match than was recorded; it came to its end all the same.
                return ReplayCodec.encode(replay);
            }
            return ReplayCodec.encode(replay);
        };
    }

    private Kind configuration() {
        return new Kind(
                "configuration",
                files(HEADLESS, ".json"),
                true,
                file -> {
                    write(file, "config.json");
                    RunConfig config = RunDirectory.readConfig(scratch);
                    return () -> config.toJson().getBytes(StandardCharsets.UTF_8);
                },
                InputException.class::isInstance,
                bytes -> bytes,
                false,
                true,
                24,
                MEGABYTE);
    }

    private Kind table() {
        RunConfig config = configOf(HEADLESS.resolve("run-v1"));
        return new Kind(
                "table",
                files(HEADLESS, ".csv"),
                true,
                file -> {
                    RunTable table = RunTable.read(write(file, "table.csv"));
                    return () -> {
                        ArchivedRun run = new ArchivedRun(scratch, config, table, table, List.of());
                        run.best();
                        run.decisions();
                        table.columns().forEach(table::column);
                        return file;
                    };
                },
                InputException.class::isInstance,
                bytes -> bytes,
                false,
                false,
                64,
                MEGABYTE);
    }

    private Kind curve() {
        return new Kind(
                "curve",
                files(HEADLESS, ".csv"),
                true,
                file -> {
                    Path path = write(file, "metrics.csv");
                    CurveReading.open(path);
                    return () -> Files.readAllBytes(path);
                },
                InputException.class::isInstance,
                bytes -> bytes,
                false,
                true,
                128,
                MEGABYTE);
    }

    private Kind lives() {
        RunConfig config = configOf(HEADLESS.resolve("run-v1"));
        RunTable none = RunTable.read(scratch.resolve("none.csv"));
        return new Kind(
                "lives",
                files(HEADLESS, ".jsonl"),
                true,
                file -> {
                    write(file, LivesFile.NAME);
                    List<Life> lives = LivesFile.read(scratch);
                    return () -> {
                        ArchivedRun run = new ArchivedRun(scratch, config, none, none, lives);
                        run.state();
                        run.failure();
                        run.begun();
                        return file;
                    };
                },
                InputException.class::isInstance,
                bytes -> bytes,
                false,
                false,
                128,
                MEGABYTE);
    }

    private Kind rom() {
        byte[] other = new byte[2048];
        for (int i = 0; i < other.length; i++) {
            other[i] = (byte) (i * 31);
        }
        return new Kind(
                "rom",
                List.of(other),
                false,
                file -> {
                    RomFile.check(write(file, "pong.bin"));
                    throw new AssertionError("no damaged file is the ROM");
                },
                AleException.class::isInstance,
                bytes -> bytes,
                true,
                false,
                4,
                MEGABYTE);
    }

    private Kind wheel() {
        return new Kind(
                "wheel",
                List.of(wheel(new byte[2048]), wheel(new byte[64 << 20])),
                false,
                file -> {
                    write(file, "ale_py-1-py3-none-any.whl");
                    byte[] rom = WheelReading.romIn(scratch);
                    return () -> {
                        if (rom.length > 2049) {
                            throw new AssertionError(rom.length + " bytes of a ROM");
                        }
                        return file;
                    };
                },
                IOException.class::isInstance,
                bytes -> bytes,
                false,
                false,
                4,
                MEGABYTE);
    }

    private static byte[] wheel(byte[] rom) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("ale_py/__init__.py"));
                zip.write(1);
                zip.putNextEntry(new ZipEntry("ale_py/roms/pong.bin"));
                zip.write(rom);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(byte[] file, String name) {
        try {
            return Files.write(scratch.resolve(name), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunConfig configOf(Path folder) {
        return RunDirectory.readConfig(folder);
    }

    /** The good files, those of sub-folders included, in the order of their names. */
    private static List<byte[]> files(Path folder, String suffix) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<byte[]> files = new ArrayList<>();
            for (Path path : paths.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .toList()) {
                files.add(Files.readAllBytes(path));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With length and checksum, which end the header, made fit for the payload. */
    private static byte[] repaired(byte[] file, int header, Checksum checksum) {
        if (file.length < header) {
            return file;
        }
        byte[] repaired = file.clone();
        checksum.update(repaired, header, repaired.length - header);
        ByteBuffer buffer = ByteBuffer.wrap(repaired);
        if (header == 24) {
            buffer.putLong(12, file.length - header);
        } else {
            buffer.putInt(12, file.length - header);
        }
        buffer.putInt(header - Integer.BYTES, (int) checksum.getValue());
        return repaired;
    }
}
