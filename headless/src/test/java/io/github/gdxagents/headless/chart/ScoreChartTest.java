package io.github.gdxagents.headless.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.headless.chart.Curve.Kind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ScoreChartTest {

    /** The first two colours of lines on white, as an SVG has them. */
    private static final String FIRST = "rgb(0,103,165)";

    private static final String SECOND = "rgb(200,80,10)";

    @Test
    void aPictureHasTwoPixelsForEachOfItsStyle() throws IOException {
        BufferedImage image = image(chart(rising(50)), ChartStyle.NARROW);
        assertEquals(2 * 400, image.getWidth());
        assertEquals(2 * 340, image.getHeight());
        assertTrue(colours(image) > 20, "colours");
    }

    @Test
    void theSameCurvesGiveTheSameBytes() {
        ScoreChart chart = chart(rising(50));
        assertArrayEquals(chart.png(ChartStyle.WIDE), chart.png(ChartStyle.WIDE));
        assertEquals(chart.svg(ChartStyle.WIDE), chart.svg(ChartStyle.WIDE));
    }

    @Test
    void inTheDarkItIsLightOnDark() throws IOException {
        ScoreChart chart = chart(rising(50));
        assertEquals(0xFFFFFFFF, image(chart, ChartStyle.WIDE).getRGB(1, 1));
        assertEquals(0xFF17191C, image(chart, ChartStyle.WIDE.inTheDark()).getRGB(1, 1));
    }

    @Test
    void anSvgIsXmlWithEachCurveAndAsksForNothing() throws Exception {
        String svg = new ScoreChart("two", List.of(line("a", rising(50)), line("b", falling(30)))).svg(ChartStyle.WIDE);
        // XChart draws a line as segments; a legend has one more.
        assertEquals(49 + 1, lines(svg, FIRST));
        assertEquals(29 + 1, lines(svg, SECOND));
        assertFalse(svg.contains("<!DOCTYPE"), "a document type would have to be fetched");
        assertFalse(svg.contains("href="), "nothing is asked for");
    }

    @Test
    void aRangeIsABand() throws Exception {
        double[] x = {0, 1, 2};
        Points points = Points.of(x, new double[] {1, 2, 3}, new double[] {0, 1, 2}, new double[] {2, 3, 4});
        String with = new ScoreChart("", List.of(new Curve("a", points, Kind.LINE))).svg(ChartStyle.WIDE);
        String without = chart(Points.of(x, new double[] {1, 2, 3})).svg(ChartStyle.WIDE);
        assertTrue(with.contains("fill-opacity:0.19"), "a band is transparent");
        assertFalse(without.contains("fill-opacity:0.19"), "no band without a range");
    }

    @Test
    void hundredsOfThousandsOfPointsAreThinned() throws Exception {
        String svg = chart(rising(300_000)).svg(ChartStyle.WIDE);
        int lines = lines(svg, FIRST);
        assertTrue(lines > 100 && lines <= 960, "lines " + lines);
    }

    @Test
    void nothingOneConstantAndHugeAreFine() throws IOException {
        for (Points points : List.of(
                Points.of(new double[0], new double[0]),
                Points.of(new double[] {5}, new double[] {3}),
                Points.of(new double[] {0, 1, 2}, new double[] {7, 7, 7}),
                Points.of(new double[] {0, 0, 0}, new double[] {1, 2, 3}),
                Points.of(new double[] {0, 1e12}, new double[] {-1e29, 1e29}),
                Points.of(new double[] {5, 3, 4}, new double[] {1e-7, 2e-7, 3e-7}),
                Points.of(new double[] {1, 2}, new double[] {Double.NaN, Double.NaN}))) {
            assertTrue(colours(image(chart(points), ChartStyle.WIDE)) > 2, "colours");
            assertTrue(chart(points).svg(ChartStyle.NARROW).startsWith("<?xml"));
        }
        assertTrue(colours(image(new ScoreChart("", List.of()), ChartStyle.WIDE)) > 2, "no curve at all");
    }

    @Test
    void moreCurvesThanColoursAreToldApart() {
        List<Curve> many = IntStream.range(0, 20)
                .mapToObj(i -> line("same name", rising(9)))
                .toList();
        assertTrue(new ScoreChart("", many).svg(ChartStyle.WIDE).contains("stroke-dasharray"), "broken lines");
    }

    @Test
    void namesOfStrangersAreHarmless() throws Exception {
        String hostile = "a\u0000b\u001b[31m\n<script>&\u202e\ud800\ufffe" + "x".repeat(5000);
        String svg = new ScoreChart(hostile, List.of(line(hostile, rising(9)))).svg(ChartStyle.WIDE);
        parsed(svg);
        assertEquals(110, new Curve(hostile, rising(9), Kind.LINE).name().length());
        assertEquals("-", new Curve("", rising(9), Kind.LINE).name());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "950, 950", "1000, 1k", "1500000, 1.5M", "-2000, -2k", "0.00005, 0.00005", "2e9, 2G", "-0.0, 0"
    })
    void numbersAreShort(double number, String text) {
        assertEquals(text, ScoreChart.shortNumber(number));
    }

    @Test
    void aMachineWithoutFontsIsToldWhatToInstall() {
        for (Throwable failure : List.of(
                new InternalError("java.lang.reflect.InvocationTargetException"),
                new Error("Probable fatal error: No physical fonts found."),
                new NullPointerException(),
                new NoClassDefFoundError("Could not initialize class sun.awt.X11FontManager"),
                new UnsatisfiedLinkError("libfreetype.so.6"))) {
            ChartException told = assertThrows(ChartException.class, () -> ChartFonts.require(() -> sneak(failure)));
            assertTrue(String.valueOf(told.getMessage()).contains("install fontconfig and a font"), told.getMessage());
        }
    }

    @Test
    void tooLittleMemoryIsAnotherMatter() {
        assertThrows(
                OutOfMemoryError.class, () -> ChartFonts.require(() -> sneak(new OutOfMemoryError("Java heap space"))));
    }

    private static void sneak(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    @Test
    void sizesAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> new ChartStyle(10, 500, false));
        assertNotEquals(ChartStyle.WIDE, ChartStyle.WIDE.inTheDark());
    }

    private static ScoreChart chart(Points points) {
        return new ScoreChart("title", List.of(line("curve", points)));
    }

    private static Curve line(String name, Points points) {
        return new Curve(name, points, Kind.LINE);
    }

    private static Points rising(int size) {
        double[] numbers =
                IntStream.range(0, size).mapToDouble(i -> i * 1.0 * i).toArray();
        return Points.of(numbers, numbers);
    }

    private static Points falling(int size) {
        double[] x = IntStream.range(0, size).asDoubleStream().toArray();
        return Points.of(x, Arrays.stream(x).map(number -> -number).toArray());
    }

    private static BufferedImage image(ScoreChart chart, ChartStyle style) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(chart.png(style)));
    }

    private static long colours(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    /** How many straight lines have a colour. */
    private static int lines(String svg, String colour) throws Exception {
        NodeList found = parsed(svg).getElementsByTagName("line");
        int lines = 0;
        for (int i = 0; i < found.getLength(); i++) {
            String style = ((Element) found.item(i)).getAttribute("style");
            lines += style.contains("stroke:" + colour) ? 1 : 0;
        }
        return lines;
    }
}
