package io.github.gdxagents.headless.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** The fonts of charts. Stateless. */
final class ChartFonts {

    private ChartFonts() {}

    /** A font of the size in pixels. */
    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /** Makes sure that text can be drawn. */
    static void require() {
        require(ChartFonts::measure);
    }

    private static void measure() {
        font(Font.PLAIN, 12)
                .createGlyphVector(new FontRenderContext(null, true, true), "0")
                .getVisualBounds();
    }

    /**
     * Makes sure that text can be measured. On a machine without fontconfig, without a font or without FreeType, Java throws now an
     * exception and now an Error of one kind or another, and another one the next time: all of them mean the same.
     */
    static void require(Runnable measure) {
        try {
            measure.run();
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new ChartException(
                    "no curve can be drawn, since this Java finds no font: install fontconfig and a font, such as the Debian packages"
                            + " fontconfig and fonts-dejavu-core",
                    e);
        }
    }
}
