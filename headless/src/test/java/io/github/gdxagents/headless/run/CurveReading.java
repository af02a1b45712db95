package io.github.gdxagents.headless.run;

import java.nio.file.Path;

/** Opens what reads a curve at {@code --resume} to the tests of hostile files. */
public final class CurveReading {

    private CurveReading() {}

    /** Reads a curve and writes what is good of it in its place. */
    public static void open(Path file) {
        MetricsCsv.open(file, RowBound.OF_UPDATES.most()).close();
    }
}
