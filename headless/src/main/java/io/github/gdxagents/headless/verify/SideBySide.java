package io.github.gdxagents.headless.verify;

import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.pong.atari.AtariConsole;
import io.github.gdxagents.pong.atari.AtariCourt;
import io.github.gdxagents.pong.atari.AtariPainter;
import io.github.gdxagents.pong.atari.ConsoleAction;
import io.github.gdxagents.pong.atari.CourtMotion;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;
import io.github.gdxagents.pong.vision.FramePreprocessor;
import io.github.gdxagents.pong.vision.PictureObservation;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import io.github.gdxagents.pong.vision.PixelKind;
import org.jspecify.annotations.Nullable;

/**
 * A console that is two: the emulator and the built-in court, played with the same actions and compared after every frame in all
 * that can be seen of them. To whoever plays on it, it is the emulator. One thread at a time.
 */
final class SideBySide implements AtariConsole {

    private final AtariConsole emulator;
    private final AtariCourt court = new AtariCourt();
    private final AtariPainter painter = new AtariPainter();
    private final Frame expectedScreen = new Frame();
    private final Frame foundScreen = new Frame();
    private final BinaryImage expectedPicture = new BinaryImage();
    private final BinaryImage foundPicture = new BinaryImage();
    private final PictureObservation expectedMotion =
            PictureObservationSpec.difference().observation(ConsoleAction.values().length);
    private final CourtMotion foundMotion = new CourtMotion();
    private final SparseVector expectedChanges = new SparseVector(BinaryImage.PIXELS);
    private final SparseVector foundChanges = new SparseVector(BinaryImage.PIXELS);

    private int won;
    private int lost;
    private long frames;
    private long points;
    private int episodes;
    private long differences;
    private @Nullable String firstDifference;

    SideBySide(AtariConsole emulator) {
        this.emulator = emulator;
    }

    /** Counts from zero again. */
    void startCounting() {
        frames = 0;
        points = 0;
        episodes = 0;
        differences = 0;
        firstDifference = null;
    }

    @Override
    public void reset() {
        emulator.reset();
        court.reset();
        won = 0;
        lost = 0;
        episodes++;
        look();
        expectedMotion.start(expectedPicture);
        foundMotion.start(court);
        note(differenceOfSight());
    }

    @Override
    public int act(ConsoleAction action) {
        int expectedReward = emulator.act(action);
        int foundReward = court.step(action);
        frames++;
        if (expectedReward != 0) {
            points++;
            won += Math.max(0, expectedReward);
            lost += Math.max(0, -expectedReward);
        }
        look();
        expectedMotion.next(0, expectedPicture);
        expectedMotion.observe(expectedChanges);
        foundMotion.next(court, foundChanges);
        note(difference(expectedReward, foundReward));
        return expectedReward;
    }

    private void look() {
        emulator.screen(expectedScreen);
        painter.paint(court, foundScreen);
        FramePreprocessor.read(expectedScreen, expectedPicture);
        painter.picture(court, foundPicture);
    }

    private void note(@Nullable String difference) {
        if (difference != null) {
            differences++;
            if (firstDifference == null) {
                firstDifference =
                        "episode " + episodes + ", frame " + court.frames() + ": " + difference + "; " + court;
            }
        }
    }

    /** What differs in this frame, in words; null if nothing does. */
    private @Nullable String difference(int expectedReward, int foundReward) {
        if (expectedReward != foundReward) {
            return unequal("reward", expectedReward, foundReward);
        }
        if (emulator.gameOver() != court.gameOver()) {
            return unequal("game over", emulator.gameOver(), court.gameOver());
        }
        // The emulator tells of points, not of scores; title mode shows a left score that nobody won.
        boolean scoresAgree = court.showsTitle()
                ? court.rightScore() - court.leftScore() == won - lost
                : court.rightScore() == won && court.leftScore() == lost;
        if (!scoresAgree) {
            return unequal("score", lost + ":" + won, court.leftScore() + ":" + court.rightScore());
        }
        String sight = differenceOfSight();
        return sight == null ? differenceOfChanges() : sight;
    }

    private @Nullable String differenceOfSight() {
        if (!expectedScreen.equals(foundScreen)) {
            // Only the first difference is told, and telling takes long.
            return firstDifference == null ? differenceOfScreens() : "screen";
        }
        for (int i = 0; i < Math.max(expectedPicture.count(), foundPicture.count()); i++) {
            int expected = i < expectedPicture.count() ? expectedPicture.lit(i) : BinaryImage.PIXELS;
            int found = i < foundPicture.count() ? foundPicture.lit(i) : BinaryImage.PIXELS;
            if (expected != found) {
                return "80 x 80 picture, " + place(Math.min(expected, found)) + ": expected "
                        + (expected < found ? "lit, found dark" : "dark, found lit");
            }
            for (PixelKind kind : PixelKind.values()) {
                if (expectedPicture.is(i, kind) != foundPicture.is(i, kind)) {
                    return "80 x 80 picture, " + place(expected) + ": one is " + kind + ", the other is not";
                }
            }
        }
        return null;
    }

    private String differenceOfScreens() {
        int differing = 0;
        String first = "";
        for (int row = Frame.ROWS - 1; row >= 0; row--) {
            for (int column = Frame.COLUMNS - 1; column >= 0; column--) {
                if (expectedScreen.at(row, column) != foundScreen.at(row, column)) {
                    differing++;
                    first = unequal(
                            "the first at row " + row + ", column " + column,
                            expectedScreen.at(row, column),
                            foundScreen.at(row, column));
                }
            }
        }
        return differing + " pixels of the screen, " + first;
    }

    private @Nullable String differenceOfChanges() {
        for (int i = 0; i < Math.max(expectedChanges.count(), foundChanges.count()); i++) {
            String expected = change(expectedChanges, i);
            String found = change(foundChanges, i);
            if (!expected.equals(found)) {
                return unequal("change " + (i + 1) + " of the 80 x 80 picture", expected, found);
            }
        }
        return null;
    }

    private static String change(SparseVector changes, int position) {
        return position < changes.count()
                ? place(changes.index(position)) + (changes.value(position) > 0 ? " lit" : " dark")
                : "none";
    }

    private static String place(int pixel) {
        return "row " + pixel / BinaryImage.COLUMNS + ", column " + pixel % BinaryImage.COLUMNS;
    }

    private static String unequal(String what, Object expected, Object found) {
        return what + ": expected " + expected + ", found " + found;
    }

    /** The court as it is now, for players who look at it. */
    AtariCourt court() {
        return court;
    }

    /** Frames compared. */
    long frames() {
        return frames;
    }

    /** Frames in which a point fell. */
    long points() {
        return points;
    }

    /** Games begun. */
    int episodes() {
        return episodes;
    }

    /** Frames in which anything differed. */
    long differences() {
        return differences;
    }

    /** Where and what was the first difference; null if there was none. */
    @Nullable
    String firstDifference() {
        return firstDifference;
    }

    /** Whether the game has ended for either. */
    @Override
    public boolean gameOver() {
        return emulator.gameOver() || court.gameOver();
    }

    @Override
    public void screen(Frame into) {
        emulator.screen(into);
    }

    @Override
    public void picture(BinaryImage into) {
        emulator.picture(into);
    }

    @Override
    public boolean hasMemory() {
        return emulator.hasMemory();
    }

    @Override
    public void memory(byte[] into) {
        emulator.memory(into);
    }

    @Override
    public void close() {
        emulator.close();
    }
}
