package io.github.gdxagents.headless.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Scores over decisions, drawn. The same curves give the same bytes on the same Java with the same fonts. Immutable.
 *
 * @param title above the chart; empty: none
 * @param curves from the lowest layer to the highest; none, and curves without a point, are fine
 */
public record ScoreChart(String title, List<Curve> curves) {

    /** A picture has so many pixels for each of its style: sharp on the screens of telephones. */
    private static final int SCALE = 2;

    /** Distinct also for the colour-blind (after Okabe and Ito, with a yellow that can be seen on white). */
    private static final List<Color> LIGHT = List.of(
            new Color(0x0067A5),
            new Color(0xC8500A),
            new Color(0x00805E),
            new Color(0xA8467F),
            new Color(0x8A6D00),
            new Color(0x2B8FC4),
            new Color(0x5B4FA0),
            new Color(0x444444));

    private static final List<Color> DARK = List.of(
            new Color(0x6CB8F0),
            new Color(0xFF9955),
            new Color(0x3CCFA0),
            new Color(0xE58FC2),
            new Color(0xE6C84A),
            new Color(0x9AD8FF),
            new Color(0xB0A4F5),
            new Color(0xCCCCCC));

    /** The plotting library names clip paths by chance. */
    private static final Pattern CLIP = Pattern.compile("clip(\\d{2,})");

    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^>]*>\\s*");

    /**
     * Copies the list and cleans the title, which may be a stranger's.
     *
     * @param title above the chart; empty: none
     * @param curves from the lowest layer to the highest; none, and curves without a point, are fine
     */
    public ScoreChart {
        title = title.isEmpty() ? "" : Curve.clean(title);
        curves = List.copyOf(curves);
    }

    /**
     * The chart as a picture, two pixels wide and high for each of the style's.
     *
     * @param style how large, and for which surroundings
     * @return a PNG file
     * @throws ChartException if this machine has no font
     */
    public byte[] png(ChartStyle style) {
        XYChart chart = chart(style);
        BufferedImage image =
                new BufferedImage(SCALE * style.width(), SCALE * style.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(SCALE, SCALE);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            chart.paint(graphics, style.width(), style.height());
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // A stream of our own: by itself ImageIO would write into a cache file first.
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", output)) {
                throw new IllegalStateException("this Java writes no PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The chart as vectors: letters are outlines, so it looks the same everywhere, and it asks nothing of any network.
     *
     * @param style how large, and for which surroundings
     * @return an SVG file
     * @throws ChartException if this machine has no font
     */
    public String svg(ChartStyle style) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            VectorGraphicsEncoder.saveVectorGraphic(chart(style), bytes, VectorGraphicsFormat.SVG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Without the document type: who reads it strictly would have to fetch it.
        return named(DOCTYPE.matcher(bytes.toString(StandardCharsets.UTF_8)).replaceFirst(""));
    }

    /** The clip paths in the order in which they come. */
    private static String named(String svg) {
        List<String> found = CLIP.matcher(svg)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        return CLIP.matcher(svg)
                .replaceAll(match -> Matcher.quoteReplacement("clip-" + (1 + found.indexOf(match.group(1)))));
    }

    private XYChart chart(ChartStyle style) {
        ChartFonts.require();
        XYChart chart = new XYChartBuilder()
                .width(style.width())
                .height(style.height())
                .title(title)
                .xAxisTitle("decisions")
                .yAxisTitle("score")
                .build();
        look(chart.getStyler(), style);
        List<Color> colours = style.dark() ? DARK : LIGHT;
        // More points than the chart has pixels from left to right would not be seen.
        List<Curve> drawn = curves.stream()
                .map(curve -> new Curve(curve.name(), curve.points().thinned(style.width()), curve.kind()))
                .toList();
        for (int i = 0; i < drawn.size(); i++) {
            addBand(chart, i, drawn.get(i), colours.get(i % colours.size()));
        }
        for (int i = 0; i < drawn.size(); i++) {
            add(chart, i, drawn.get(i), colours.get(i % colours.size()), i / colours.size(), style);
        }
        if (chart.getSeriesMap().isEmpty()) {
            XYSeries nothing = chart.addSeries("nothing to show yet", new double[] {0}, new double[] {0});
            nothing.setMarker(SeriesMarkers.NONE);
            nothing.setLineColor(chart.getStyler().getChartBackgroundColor());
        }
        range(chart.getStyler(), drawn);
        return chart;
    }

    /** Names of groups are long. */
    private boolean hasLongNames() {
        return curves.size() > 2 || curves.stream().allMatch(curve -> curve.kind() == Curve.Kind.LINE);
    }

    private static void addBand(XYChart chart, int place, Curve curve, Color colour) {
        Points points = curve.points();
        if (curve.kind() != Curve.Kind.LINE || points.size() < 2 || !points.hasRange()) {
            return;
        }
        int size = points.size();
        double[] x = Arrays.copyOf(points.x(), 2 * size);
        double[] y = Arrays.copyOf(points.high(), 2 * size);
        for (int i = 0; i < size; i++) {
            x[size + i] = points.x()[size - 1 - i];
            y[size + i] = points.low()[size - 1 - i];
        }
        XYSeries band = chart.addSeries("band " + place, x, y);
        band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        band.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 50));
        band.setLineStyle(SeriesLines.NONE);
        band.setMarker(SeriesMarkers.NONE);
        band.setShowInLegend(false);
    }

    private static void add(XYChart chart, int place, Curve curve, Color colour, int round, ChartStyle style) {
        Points points = curve.points();
        if (points.size() == 0) {
            return;
        }
        boolean dots = curve.kind() == Curve.Kind.DOTS;
        XYSeries series = dots && points.hasRange()
                ? chart.addSeries("curve " + place, points.x(), points.y(), bars(points))
                : chart.addSeries("curve " + place, points.x(), points.y());
        series.setLabel(shortened(curve.name(), style));
        series.setMarkerColor(colour);
        series.setLineColor(colour);
        if (dots) {
            series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
            series.setMarker(SeriesMarkers.CIRCLE);
        } else {
            // Beyond as many curves as there are colours, the lines are broken.
            series.setLineStyle(
                    round == 0
                            ? new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                            : new BasicStroke(
                                    2f,
                                    BasicStroke.CAP_BUTT,
                                    BasicStroke.JOIN_ROUND,
                                    1f,
                                    new float[] {8f, 3f + 3f * Math.min(round, 10)},
                                    0f));
            series.setMarker(points.size() == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        }
    }

    private static double[] bars(Points points) {
        double[] bars = new double[points.size()];
        Arrays.setAll(bars, i -> points.high()[i] - points.y()[i]);
        return bars;
    }

    private static String shortened(String name, ChartStyle style) {
        int most = (style.width() - 100) / 7;
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }

    private void look(XYStyler look, ChartStyle style) {
        Color paper = style.dark() ? new Color(0x17191C) : Color.WHITE;
        Color ink = style.dark() ? new Color(0xE4E6E8) : new Color(0x222426);
        Color grid = style.dark() ? new Color(0x34383D) : new Color(0xE2E4E6);
        look.setBaseFont(ChartFonts.font(Font.PLAIN, 13));
        look.setChartTitleFont(ChartFonts.font(Font.BOLD, 15));
        look.setLegendFont(ChartFonts.font(Font.PLAIN, 13));
        look.setChartBackgroundColor(paper)
                .setPlotBackgroundColor(paper)
                .setLegendBackgroundColor(paper)
                .setLegendBorderColor(paper)
                .setPlotBorderColor(grid)
                .setChartFontColor(ink)
                .setXAxisTitleColor(ink)
                .setYAxisTitleColor(ink)
                .setChartTitleVisible(!title.isEmpty())
                .setChartTitleBoxVisible(false)
                .setChartPadding(14)
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(style.isNarrow() || hasLongNames() ? LegendLayout.Vertical : LegendLayout.Horizontal)
                .setLegendPadding(6)
                .setMarkerSize(style.isNarrow() ? 5 : 6);
        look.setPlotContentSize(0.99);
        look.setAxisTitleFont(ChartFonts.font(Font.PLAIN, 13))
                .setAxisTickLabelsFont(ChartFonts.font(Font.PLAIN, 12))
                .setAxisTickMarksColor(grid)
                .setXAxisTickLabelsColor(ink)
                .setYAxisTickLabelsColor(ink)
                .setPlotGridLinesColor(grid)
                .setPlotGridLinesStroke(new BasicStroke(1f))
                .setLocale(Locale.ROOT)
                .setXAxisTickMarkSpacingHint(style.isNarrow() ? 70 : 90)
                .setYAxisTickMarkSpacingHint(45)
                .setErrorBarsColorSeriesColor(true)
                .setxAxisTickLabelsFormattingFunction(ScoreChart::shortNumber)
                .setyAxisTickLabelsFormattingFunction(ScoreChart::shortNumber);
    }

    /** 1,500,000 is 1.5M: readable on a telephone. */
    static String shortNumber(double number) {
        double size = Math.abs(number);
        if (size >= 1e15) {
            return String.format(Locale.ROOT, "%.2g", number);
        }
        for (Unit unit : Unit.values()) {
            if (size >= unit.size) {
                return plain(number / unit.size) + unit.sign;
            }
        }
        return plain(number);
    }

    private static String plain(double number) {
        BigDecimal rounded = new BigDecimal(number, new MathContext(4));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private enum Unit {
        BILLIONS(1e9, "G"),
        MILLIONS(1e6, "M"),
        THOUSANDS(1e3, "k");

        private final double size;
        private final String sign;

        Unit(double size, String sign) {
            this.size = size;
            this.sign = sign;
        }
    }

    /** The axes hold every point and range, also where all are the same. */
    private static void range(XYStyler look, List<Curve> drawn) {
        double[] x = all(drawn, points -> DoubleStream.of(points.x()).max().orElse(0));
        double right = DoubleStream.of(x).max().orElse(1);
        double left = DoubleStream.of(
                        all(drawn, points -> DoubleStream.of(points.x()).min().orElse(0)))
                .min()
                .orElse(0);
        left = Math.min(0, left);
        // A little more than there is: where all numbers of an axis are equally far apart the library would mark some
        // of them instead of
        // round ones.
        look.setXAxisMin(left).setXAxisMax(right > left ? right + (right - left) / 256 : left + 1);
        double high = DoubleStream.of(all(
                        drawn, points -> DoubleStream.of(points.high()).max().orElse(0)))
                .max()
                .orElse(1);
        double low = DoubleStream.of(
                        all(drawn, points -> DoubleStream.of(points.low()).min().orElse(0)))
                .min()
                .orElse(0);
        double margin = high > low ? 0.04 * (high - low) : Math.max(1, 0.1 * Math.abs(high));
        look.setYAxisMin(low - margin).setYAxisMax(high + margin);
    }

    private static double[] all(List<Curve> drawn, ToDoubleFunction<Points> number) {
        return drawn.stream()
                .map(Curve::points)
                .filter(points -> points.size() > 0)
                .mapToDouble(number)
                .toArray();
    }
}
