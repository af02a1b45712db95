package io.github.gdxagents.headless.ale;

import java.io.IOException;
import java.nio.file.Path;

/** Opens the reader of downloaded packages to the tests of hostile files. */
public final class WheelReading {

    private WheelReading() {}

    /** The bytes of the ROM in the package of a folder. */
    public static byte[] romIn(Path folder) throws IOException {
        return RomWheel.romIn(folder);
    }
}
