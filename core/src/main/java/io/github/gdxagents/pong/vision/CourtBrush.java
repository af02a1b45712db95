package io.github.gdxagents.pong.vision;

import java.util.Arrays;

/**
 * Paints the parts of Atari's screen into a {@link Frame}, in the places where the console has them (docs/atari-pong.md §2): the
 * painters of all courts use it, so that they look alike. Colours are palette indices. Stateless.
 */
public final class CourtBrush {

    /** The first screen row between the walls. */
    public static final int FIRST_COURT_ROW = 34;

    /** The first screen row of the lower wall. */
    public static final int END_COURT_ROW = 194;

    /** The first screen row of the upper wall. */
    public static final int FIRST_WALL_ROW = 24;

    private static final int LEFT_SCORE_COLUMN = 20;
    private static final int RIGHT_SCORE_COLUMN = 100;

    /** Columns from the tens to the ones of a score. */
    private static final int DIGIT_STEP = 16;

    /** Score digits are made of square cells of so many pixels, from this row on. */
    private static final int CELL = 4;

    private static final int FIRST_DIGIT_ROW = 1;
    /** Cells of a score digit from top to bottom. */
    public static final int CELL_ROWS = 5;

    /** Cells of a score digit from left to right. */
    public static final int CELL_COLUMNS = 3;

    /** The digits 0 to 9, each five rows of three cells. */
    private static final String DIGITS = "####.##.##.####" // 0
            + ".#..#..#..#..#." // 1
            + "###..#####..###" // 2
            + "###..#.##..####" // 3
            + "#.##.####..#..#" // 4
            + "####..###..####" // 5
            + "#..#..####.####" // 6
            + "###..#..#..#..#" // 7
            + "####.#####.####" // 8
            + "####.####..#..#"; // 9

    private CourtBrush() {}

    /**
     * Paints an empty court over the whole screen.
     *
     * @param into overwritten, all 33,600 pixels
     * @param background the court's colour
     * @param wall the walls' colour
     */
    public static void paintEmpty(Frame into, int background, int wall) {
        byte[] pixels = into.pixels();
        Arrays.fill(pixels, (byte) background);
        fill(pixels, FIRST_WALL_ROW, FIRST_COURT_ROW, 0, Frame.COLUMNS, wall);
        fill(pixels, END_COURT_ROW, Frame.ROWS, 0, Frame.COLUMNS, wall);
        // The console's own blank in its first line.
        fill(pixels, 0, 1, 0, 8, 0);
    }

    /**
     * Paints the left score.
     *
     * @param into painted over
     * @param score 0 to 99
     * @param colour its colour
     */
    public static void paintLeftScore(Frame into, int score, int colour) {
        paintScore(into.pixels(), score, LEFT_SCORE_COLUMN, colour);
    }

    /**
     * Paints the right score.
     *
     * @param into painted over
     * @param score 0 to 99
     * @param colour its colour
     */
    public static void paintRightScore(Frame into, int score, int colour) {
        paintScore(into.pixels(), score, RIGHT_SCORE_COLUMN, colour);
    }

    /**
     * Fills a rectangle as far as it lies on the court.
     *
     * @param into painted over
     * @param top its first screen row, any number
     * @param rows its height
     * @param column its first screen column, any number
     * @param columns its width
     * @param colour its colour
     */
    public static void fillCourt(Frame into, int top, int rows, int column, int columns, int colour) {
        fill(
                into.pixels(),
                Math.max(FIRST_COURT_ROW, top),
                Math.min(END_COURT_ROW, top + rows),
                Math.max(0, column),
                Math.min(Frame.COLUMNS, column + columns),
                colour);
    }

    /**
     * Whether a cell of a score digit is painted.
     *
     * @param digit 0 to 9
     * @param cell row · {@value #CELL_COLUMNS} + column
     * @return whether it has the score's colour
     */
    public static boolean isLit(int digit, int cell) {
        return DIGITS.charAt(digit * CELL_ROWS * CELL_COLUMNS + cell) == '#';
    }

    private static void paintScore(byte[] pixels, int score, int column, int colour) {
        if (score >= 10) {
            paintDigit(pixels, score / 10, column, colour);
        }
        paintDigit(pixels, score % 10, column + DIGIT_STEP, colour);
    }

    private static void paintDigit(byte[] pixels, int digit, int column, int colour) {
        for (int cell = 0; cell < CELL_ROWS * CELL_COLUMNS; cell++) {
            if (isLit(digit, cell)) {
                int top = FIRST_DIGIT_ROW + cell / CELL_COLUMNS * CELL;
                int start = column + cell % CELL_COLUMNS * CELL;
                fill(pixels, top, top + CELL, start, start + CELL, colour);
            }
        }
    }

    private static void fill(byte[] pixels, int fromRow, int toRow, int fromColumn, int toColumn, int colour) {
        if (fromColumn >= toColumn) {
            return;
        }
        for (int row = fromRow; row < toRow; row++) {
            int start = row * Frame.COLUMNS;
            Arrays.fill(pixels, start + fromColumn, start + toColumn, (byte) colour);
        }
    }
}
