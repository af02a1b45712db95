package io.github.gdxagents.headless.ale;

import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.atari.ConsoleAction;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.FramePreprocessor;
import io.github.gdxagents.pong.vision.PictureObservation;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.bytedeco.ale.ALEInterface;
import org.bytedeco.ale.StringOptional;
import org.bytedeco.ale.global.ale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/**
 * A real Pong cartridge in the Arcade Learning Environment: the first station of the road, and the only code that talks
 * to the emulator. It plays every frame (skip 1), never repeats an action by chance, and makes neither sound nor
 * window.
 *
 * <p>One thread at a time for each connection; different connections in different threads do not disturb each other.
 * Emulators are made and closed one after the other, under one lock. {@link #act}, {@link #screen}, {@link #picture} and
 * {@link #memory} allocate nothing.
 */
public final class AleConnection implements AtariConsole {

    /** Older emulators share state while one is made or closed. */
    private static final Object MAKING = new Object();

    /** The emulator's variable that says which of its messages are printed: its banner is one of them. */
    private static final String LOG_LEVEL_SYMBOL = "_ZN3ale6Logger12current_modeE";

    private static final int LOG_LEVEL_ERRORS_ONLY = 2;

    private final ALEInterface emulator;

    /** The emulator's own screen, live: {@code [210 × 160]} palette indices, valid until the emulator is closed. */
    private final ByteBuffer livePixels;

    /** The emulator's own copy of the console's memory, live, valid until the emulator is closed. */
    private final ByteBuffer liveMemory;

    private boolean open = true;

    private AleConnection(ALEInterface emulator, ByteBuffer livePixels, ByteBuffer liveMemory) {
        this.emulator = emulator;
        this.livePixels = livePixels;
        this.liveMemory = liveMemory;
    }

    /**
     * Switches a console on, with the cartridge in it: frame 0, score 0:0. Takes about a tenth of a second.
     *
     * @param rom the checked cartridge
     * @return the console; whoever opens it closes it
     * @throws AleException if the emulator does not run on this machine or refuses the ROM
     */
    public static AleConnection open(RomFile rom) {
        // The last gate before native code, whatever the ROM went through on its way.
        RomFingerprint.PONG.verify("ROM " + rom.path(), rom.bytes());
        synchronized (MAKING) {
            ALEInterface emulator = newEmulator();
            try {
                load(emulator, rom);
                ByteBuffer livePixels = emulator.getScreen()
                        .getArray()
                        .capacity(Frame.ROWS * Frame.COLUMNS)
                        .asByteBuffer()
                        .order(ByteOrder.LITTLE_ENDIAN);
                ByteBuffer liveMemory = emulator.getRAM()
                        .array()
                        .capacity(PictureObservation.MEMORY_BYTES)
                        .asByteBuffer();
                return new AleConnection(emulator, livePixels, liveMemory);
            } catch (RuntimeException | Error e) {
                emulator.close();
                throw e;
            }
        }
    }

    @Override
    public void reset() {
        requireOpen();
        emulator.reset_game();
    }

    @Override
    public int act(ConsoleAction action) {
        requireOpen();
        return emulator.act(action.aleCode());
    }

    @Override
    public boolean gameOver() {
        requireOpen();
        return emulator.game_over();
    }

    @Override
    public void screen(Frame into) {
        requireOpen();
        livePixels.get(0, into.pixels());
    }

    @Override
    public void picture(BinaryImage into) {
        requireOpen();
        FramePreprocessor.read(livePixels, into);
    }

    @Override
    public boolean hasMemory() {
        return true;
    }

    @Override
    public void memory(byte[] into) {
        requireOpen();
        liveMemory.get(0, into);
    }

    /** Switches the console off for good. A second call does nothing. */
    @Override
    public void close() {
        synchronized (MAKING) {
            if (open) {
                open = false;
                emulator.close();
            }
        }
    }

    /** Native code reads freed memory without complaint, so the complaint comes from here. */
    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("this connection to the emulator is closed");
        }
    }

    private static ALEInterface newEmulator() {
        try {
            Loader.load(ale.class);
            // Null where the library has no such symbol; there the banner stays.
            Pointer logLevel = Loader.addressof(LOG_LEVEL_SYMBOL);
            if (logLevel != null) {
                new IntPointer(logLevel).put(0, LOG_LEVEL_ERRORS_ONLY);
            }
            return new ALEInterface(false);
        } catch (LinkageError e) {
            throw cannotLoad(e);
        }
    }

    private static AleException cannotLoad(LinkageError e) {
        String message = String.valueOf(e.getMessage());
        String machine = System.getProperty("os.name") + " with a Java for " + System.getProperty("os.arch");
        if (message.startsWith("Platform ")) {
            return new AleException(
                    "the emulator has no native library for this machine: found " + machine
                            + ", expected Linux, macOS or Windows with a Java for x86-64",
                    e);
        }
        String reason = message.lines().findFirst().orElse("no reason given");
        return new AleException("the emulator's native library cannot be loaded on " + machine + ": " + reason, e);
    }

    private static void load(ALEInterface emulator, RomFile rom) {
        emulator.setInt("random_seed", 1);
        emulator.setInt("frame_skip", 1);
        emulator.setFloat("repeat_action_probability", 0);
        emulator.setInt("max_num_frames_per_episode", 0);
        emulator.setBool("sound", false);
        emulator.setBool("display_screen", false);
        try {
            Path copy = Files.createTempFile("gdx-agents-", ".bin");
            try {
                Files.write(copy, rom.bytes());
                loadChecked(emulator, copy);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException | InvalidPathException e) {
            throw new AleException(
                    "the emulator's copy of ROM " + rom.path() + " could not be written to the temporary folder "
                            + System.getProperty("java.io.tmpdir") + ": "
                            + (e instanceof IOException io ? Reason.of(io) : e.getMessage()),
                    e);
        }
    }

    /**
     * Loads a file that has just been written and belongs to us alone. The emulator takes a path, and ends the process
     * if it cannot read there; its own question about support says the same in an exception, so it is asked first.
     */
    private static void loadChecked(ALEInterface emulator, Path copy) {
        try (BytePointer nativePath = nativePath(copy)) {
            String game = gameIn(nativePath);
            if (!game.equals("pong")) {
                throw new AleException(
                        "the emulator takes " + copy + " for another game: found " + game + ", expected pong");
            }
            emulator.loadROM(nativePath);
        }
    }

    private static String gameIn(BytePointer nativePath) {
        try (StringOptional game = ALEInterface.isSupportedROM(nativePath);
                BytePointer name = game.get()) {
            return name.getString();
        } catch (RuntimeException e) {
            throw new AleException(
                    "the emulator cannot read its copy of the ROM in the temporary folder "
                            + System.getProperty("java.io.tmpdir") + ": " + e.getMessage(),
                    e);
        }
    }

    /** A path in the bytes that this machine's file system uses for it, where Java knows them. */
    private static BytePointer nativePath(Path path) {
        String encoding =
                System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
        try {
            return new BytePointer(path.toString(), encoding);
        } catch (UnsupportedEncodingException e) {
            throw new AleException("the path " + path + " cannot be written in " + encoding, e);
        }
    }
}
