package io.github.gdxagents.desktop.play;

import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.match.MatchSetup;
import io.github.gdxagents.pong.replay.Replay;
import io.github.gdxagents.pong.replay.ReplayException;
import io.github.gdxagents.pong.replay.ReplayFiles;
import io.github.gdxagents.pong.replay.ReplayMatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which replays are kept. */
public final class ReplayFolder {

    private final Path folder;

    /**
     * A folder.
     *
     * @param folder need not exist
     */
    public ReplayFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Saves a replay under a name that says what it is.
     *
     * @param replay what to save
     * @return the new file
     * @throws UncheckedIOException if the disk does not take it
     */
    public Path save(Replay replay) {
        Path file = fresh(name(replay), ReplayFiles.SUFFIX);
        ReplayFiles.write(replay, file);
        return file;
    }

    /**
     * A file that is not there yet, in this folder, which is made.
     *
     * @param name of the file, without number and suffix
     * @param suffix with its dot; empty for a folder
     * @return the path
     * @throws UncheckedIOException if the folder cannot be made
     */
    public Path fresh(String name, String suffix) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("could not make the folder " + folder + ": " + e.getMessage(), e);
        }
        Path file = folder.resolve(name + suffix);
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(name + "-" + number + suffix);
        }
        return file;
    }

    /**
     * Reads a replay and makes sure that it plays as it was recorded.
     *
     * @param file where it is
     * @return the replay
     * @throws ReplayException if it cannot be read, or plays otherwise here
     */
    public static Replay read(Path file) {
        Replay read = ReplayFiles.read(file);
        try (ReplayMatch match = new ReplayMatch(read)) {
            match.verify(file.toString());
        }
        return read;
    }

    /**
     * What to call a replay.
     *
     * @param replay of a match
     * @return for example {@code atari-tracker-4-21-agent-s1}
     */
    public static String name(Replay replay) {
        MatchSetup setup = replay.setup();
        return (setup.court().label() + "-" + setup.left().label() + "-" + replay.score(Side.LEFT) + "-"
                        + replay.score(Side.RIGHT) + "-" + setup.right().label() + "-s" + setup.seed())
                .replace(':', '_');
    }

    /**
     * All replays here.
     *
     * @return the newest first
     * @throws UncheckedIOException if the folder cannot be read
     */
    public List<Path> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ReplayFiles.SUFFIX))
                    .sorted(Comparator.comparing(ReplayFolder::modified).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            // It has just gone; whoever opens it will hear so.
            return 0;
        }
    }
}
