package io.github.gdxagents.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** A picture that the program saved of its window. */
record Picture(BufferedImage image, Path file) {

    static final int GROUND = 0x0D1117;
    static final int BUTTON = 0x21262D;
    static final int CHOSEN = 0x7EE787;

    /** The court's colours in one of the looks. */
    record Colours(int background, int wall, int ball, int left, int right) {
        static final Colours ATARI = new Colours(0x904811, 0xECECEC, 0xECECEC, 0xD5824A, 0x5CBA5C);
        static final Colours MODERN = new Colours(0x0D1117, 0x30363D, 0xF0F6FC, 0xFF9E64, 0x7EE787);
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /** So many columns of it. */
    Picture leftPart(int columns) {
        return new Picture(image.getSubimage(0, 0, columns, height()), file);
    }

    /** Red, green and blue of a pixel. */
    int colour(int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    /** How many pixels have a colour. */
    int count(int colour) {
        return count(colour, new Rectangle(width(), height()));
    }

    /** How many pixels of a part have a colour. */
    int count(int colour, Rectangle part) {
        int count = 0;
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                count += colour(x, y) == colour ? 1 : 0;
            }
        }
        return count;
    }

    /** The smallest rectangle with all pixels of a colour in a part; empty where there is none. */
    Rectangle bounds(int colour, Rectangle part) {
        Rectangle bounds = new Rectangle(-1, -1);
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                if (colour(x, y) == colour) {
                    bounds.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return bounds;
    }

    /** The smallest rectangle with all pixels of a colour. */
    Rectangle bounds(int colour) {
        return bounds(colour, new Rectangle(width(), height()));
    }

    int differentColours() {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                colours.add(colour(x, y));
            }
        }
        return colours.size();
    }

    /** The screen of 320 × 210 that the court is on, found by its walls; empty where there is none. */
    Rectangle screen(Colours look) {
        Rectangle walls = bounds(look.wall());
        if (walls.isEmpty()) {
            return walls;
        }
        Rectangle upper = bounds(look.wall(), new Rectangle(0, walls.y, width(), 1));
        int row = walls.y;
        while (row < height() && colour(upper.x, row) == look.wall()) {
            row++;
        }
        while (row < height() && colour(upper.x, row) != look.wall()) {
            row++;
        }
        // The walls begin in rows 24 and 194 of 210.
        double unit = (row - walls.y) / 170.0;
        return new Rectangle(upper.x, (int) Math.round(walls.y - 24 * unit), upper.width, (int) Math.round(210 * unit));
    }

    /** The part of the court, between its walls, where a paddle goes up and down. */
    private Rectangle lane(Rectangle screen, int column) {
        double unit = screen.width / 320.0;
        return new Rectangle(
                (int) Math.ceil(screen.x + 2 * column * unit),
                (int) Math.ceil(screen.y + 34 * unit),
                (int) Math.floor(8 * unit),
                (int) Math.floor(160 * unit));
    }

    Rectangle leftPaddle(Colours look) {
        return bounds(look.left(), lane(screen(look), 16));
    }

    Rectangle rightPaddle(Colours look) {
        return bounds(look.right(), lane(screen(look), 140));
    }

    /** Where the ball is in the modern look, above the place of sentences, which have its colour; empty where there is none. */
    Rectangle ball(Colours look) {
        Rectangle screen = screen(look);
        double unit = screen.height / 210.0;
        Rectangle court = new Rectangle(
                screen.x, (int) Math.ceil(screen.y + 34 * unit), screen.width, (int) Math.floor(148 * unit));
        return bounds(look.ball(), court.intersection(new Rectangle(width(), height())));
    }

    boolean showsPaddles() {
        return showsPaddles(Colours.MODERN);
    }

    /** Whether there is a court with both paddles in sight. */
    boolean showsPaddles(Colours look) {
        return count(look.wall()) > 0 && leftPaddle(look).height > 4 && rightPaddle(look).height > 4;
    }

    /** Whether the upper part of the window, where no sentence is shown, is the same. */
    boolean sameCourt(Picture other) {
        for (int y = 0; y < height() * 8 / 10; y++) {
            for (int x = 0; x < width(); x++) {
                if (colour(x, y) != other.colour(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Makes sure that a court is drawn whole, as large as fits and not stretched; paddles may be out of sight. */
    void assertShowsScreen(Colours look) {
        Rectangle screen = screen(look);
        assertEquals(320.0 / 210, (double) screen.width / screen.height, 0.02, file + ": " + screen);
        assertEquals(width() / 2.0, screen.getCenterX(), 2, file + ": " + screen);
        assertTrue(screen.width >= width() - 3 || screen.height >= 0.88 * height(), file + ": " + screen);
        assertTrue(count(look.background(), screen) > 0.6 * screen.width * screen.height, file + ": " + screen);
        double unit = screen.height / 210.0;
        Rectangle score = new Rectangle(screen.x, screen.y, screen.width, (int) (23 * unit));
        assertTrue(count(look.left(), score) > 50, file + " shows the left score");
        assertTrue(count(look.right(), score) > 30, file + " shows the right score");
    }

    /** Makes sure that a court is drawn with both paddles. */
    void assertShowsCourt(Colours look) {
        assertShowsScreen(look);
        double unit = screen(look).height / 210.0;
        assertTrue(leftPaddle(look).width >= 7 * unit - 2, file + ": " + leftPaddle(look));
        assertTrue(rightPaddle(look).width >= 7 * unit - 2, file + ": " + rightPaddle(look));
    }

    /** The button that the keyboard is on: what is broad and has its colour; empty where there is none. */
    Rectangle chosenButton() {
        Rectangle button = new Rectangle(-1, -1);
        for (int y = 0; y < height(); y++) {
            int run = 0;
            for (int x = 0; x < width(); x++) {
                run = colour(x, y) == CHOSEN ? run + 1 : 0;
                if (run > width() / 10) {
                    button.add(new Rectangle(x - run + 1, y, run, 1));
                }
            }
        }
        return button;
    }

    /** Makes sure that there are buttons, one of which is chosen, and words. */
    void assertShowsButtons(int least) {
        Rectangle chosen = chosenButton();
        assertTrue(chosen.height > height() / 50, file + ": " + chosen);
        int others = 0;
        int x = chosen.x + 2;
        for (int y = 1; y < height(); y++) {
            others += colour(x, y) == BUTTON && colour(x, y - 1) != BUTTON ? 1 : 0;
        }
        assertTrue(others >= least - 1, file + " has " + others + " other buttons");
        assertTrue(differentColours() > 10, file.toString());
    }
}
