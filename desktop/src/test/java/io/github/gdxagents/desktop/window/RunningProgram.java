package io.github.gdxagents.desktop.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assertions;

/**
 * The program in a process and a folder of its own, with a home of its own, used as a person uses it: keys, mouse and the size of its
 * window by {@code xdotool}, pictures by F12.
 */
final class RunningProgram implements AutoCloseable {

    private static final String MAIN_CLASS = "io.github.gdxagents.desktop.DesktopLauncher";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);

    private final Process process;
    private final Path folder;
    private String window = "";
    private int pictures;

    private RunningProgram(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** Starts it; its window need not be there yet. */
    static RunningProgram start(Path folder, String... arguments) throws IOException {
        return start(folder, MAIN_CLASS, true, arguments);
    }

    /** Starts it where there is no display. */
    static RunningProgram startWithoutDisplay(Path folder, String... arguments) throws IOException {
        return start(folder, MAIN_CLASS, false, arguments);
    }

    /** Starts any main class as if it was the program. */
    static RunningProgram start(Path folder, String mainClass, boolean display, String... arguments)
            throws IOException {
        Files.createDirectories(folder.resolve("home"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Starts in half the time.
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + folder.resolve("home"),
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        if (!display) {
            builder.environment().remove("DISPLAY");
            builder.environment().remove("WAYLAND_DISPLAY");
        }
        return new RunningProgram(builder.start(), folder);
    }

    /** What happens again and again until it is there. */
    private interface Attempt<T> {
        Optional<T> make() throws IOException, InterruptedException;
    }

    private <T> T await(String what, Attempt<T> attempt) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            Optional<T> made = attempt.make();
            if (made.isPresent()) {
                return made.get();
            }
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
                Assertions.fail((process.isAlive() ? "it takes too long: " : "the program ended before: ") + what + "\n"
                        + out() + err());
            }
            Thread.sleep(20);
        }
    }

    /** Waits until there is a window; its keys are this test's from then on. */
    RunningProgram awaitWindow() throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        window = await(
                "a window",
                () -> xdotool("search", "--onlyvisible", "--pid", pid).lines().findFirst());
        xdotool("windowmove", window, "0", "0");
        mouse(1, 1);
        await("its first picture", () -> err().contains("sound") || soundless() ? Optional.of(true) : Optional.empty());
        xdotool("windowfocus", window);
        return this;
    }

    /** With a sound device the program has nothing to say at its start. */
    private boolean soundless() {
        return Files.isDirectory(Path.of("/dev/snd"));
    }

    private static String xdotool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(arguments));
        Process tool = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        tool.waitFor();
        return said;
    }

    /** Presses keys one after the other, by the names that X gives them. */
    void keys(String... names) throws IOException, InterruptedException {
        for (String name : names) {
            xdotool("key", name);
            // A picture or two: the next key may be for the next screen.
            Thread.sleep(60);
        }
    }

    /** Holds a key from now on. */
    void hold(String name) throws IOException, InterruptedException {
        xdotool("keydown", name);
    }

    /** Lets a key go. */
    void letGo(String name) throws IOException, InterruptedException {
        xdotool("keyup", name);
    }

    /** Moves the mouse, in the window's pixels. */
    void mouse(int x, int y) throws IOException, InterruptedException {
        xdotool("mousemove", "--window", window, Integer.toString(x), Integer.toString(y));
    }

    /** Clicks at a place of the window. */
    void click(int x, int y) throws IOException, InterruptedException {
        mouse(x, y);
        Thread.sleep(60);
        xdotool("mousedown", "1");
        Thread.sleep(60);
        xdotool("mouseup", "1");
        mouse(1, 1);
    }

    /** Presses the mouse's button at one place and moves to another, where it stays pressed until {@link #drop}. */
    void drag(int fromX, int toX, int y) throws IOException, InterruptedException {
        mouse(fromX, y);
        xdotool("mousedown", "1");
        for (int step = 1; step <= 5; step++) {
            Thread.sleep(40);
            mouse(fromX + step * (toX - fromX) / 5, y);
        }
    }

    /** Lets the mouse's button go. */
    void drop() throws IOException, InterruptedException {
        xdotool("mouseup", "1");
    }

    /** Gives the window another size. */
    void resize(int width, int height) throws IOException, InterruptedException {
        xdotool("windowsize", window, Integer.toString(width), Integer.toString(height));
    }

    /** Does what the cross at a window's corner does. */
    void closeWindow() {
        WindowCloser.close(Long.parseLong(window));
    }

    /** Saves a picture with F12 and reads it. */
    Picture picture() throws IOException, InterruptedException {
        pictures++;
        Path file = folder.resolve("replays/picture" + (pictures == 1 ? "" : "-" + pictures) + ".png");
        String said = "picture saved as replays/" + file.getFileName();
        xdotool("key", "F12");
        await(said, () -> err().contains(said) ? Optional.of(true) : Optional.empty());
        BufferedImage image = ImageIO.read(file.toFile());
        return new Picture(image, file);
    }

    /** Saves pictures until one is as it should be. */
    Picture awaitPicture(String what, Predicate<Picture> condition) throws IOException, InterruptedException {
        return await(what, () -> Optional.of(picture()).filter(condition));
    }

    /** Waits for the end, and gives the exit code. */
    int exitCode() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
            Assertions.fail("the program does not end\n" + out() + err());
        }
        return process.exitValue();
    }

    /** Waits until standard output has so many lines. */
    List<String> awaitLines(int count) throws IOException, InterruptedException {
        return await(
                count + " lines", () -> Optional.of(out().lines().toList()).filter(lines -> lines.size() >= count));
    }

    /** Standard output so far. */
    String out() throws IOException {
        return Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8);
    }

    /** Standard error so far. */
    String err() throws IOException {
        return Files.readString(folder.resolve("err.txt"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
