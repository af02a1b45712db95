package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;
import java.util.List;

/**
 * Sums over the pixels of ball and paddles, each pixel counting as far as it is from the middle: in effect where they are, how far the
 * ball is from each paddle, and how all of them moved since earlier pictures. Every number is a fixed weighted sum of pixels.
 *
 * <p>Of now, in pixels / 20: the ball's row and column (half the sum of its pixels' distances from the middle, which is the distance
 * of a whole ball of two pixels), the right and the left paddle's row (an eighth of the sum over its rows); the number of the ball's
 * pixels / 2; the ball's row less the right and the left paddle's, in pixels / 8. Then for each age: how far the ball's row and column,
 * the right and the left paddle's row have moved, in quarters of a pixel a decision, and the number of the ball's pixels / 2.
 */
final class Centres implements ObservationPart {

    private static final int NOW = 7;
    private static final int EACH_AGE = 5;
    private static final float MIDDLE = 39.5f;

    private final int[] ages;
    private final Sums now = new Sums();
    private final Sums then = new Sums();

    /** Moves since so many decisions ago, in ascending order, each 1 or more. */
    Centres(List<Integer> ages) {
        this.ages = ages.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public int size() {
        return NOW + EACH_AGE * ages.length;
    }

    @Override
    public int pictures() {
        return ages[ages.length - 1] + 1;
    }

    @Override
    public void write(PictureHistory history, SparseVector into, int offset) {
        now.read(history.at(0));
        into.add(offset, now.ballRow / 20);
        into.add(offset + 1, now.ballColumn / 20);
        into.add(offset + 2, now.rightRow / 20);
        into.add(offset + 3, now.leftRow / 20);
        into.add(offset + 4, now.ballPixels / 2f);
        into.add(offset + 5, (now.ballRow - now.rightRow) / 8);
        into.add(offset + 6, (now.ballRow - now.leftRow) / 8);
        int start = offset + NOW;
        for (int age : ages) {
            then.read(history.at(age));
            float scale = 1 / (4f * age);
            into.add(start, scale * (now.ballRow - then.ballRow));
            into.add(start + 1, scale * (now.ballColumn - then.ballColumn));
            into.add(start + 2, scale * (now.rightRow - then.rightRow));
            into.add(start + 3, scale * (now.leftRow - then.leftRow));
            into.add(start + 4, then.ballPixels / 2f);
            start += EACH_AGE;
        }
    }

    /** The sums of one picture. */
    private static final class Sums {
        private float ballRow;
        private float ballColumn;
        private float ballPixels;
        private float leftRow;
        private float rightRow;
        private final LitRows rows = new LitRows();

        void read(BinaryImage picture) {
            ballRow = 0;
            ballColumn = 0;
            ballPixels = picture.ballCount();
            for (int i = 0; i < picture.ballCount(); i++) {
                int row = picture.ball(i) / BinaryImage.COLUMNS;
                ballRow += (row - MIDDLE) / 2;
                ballColumn += (picture.ball(i) % BinaryImage.COLUMNS - MIDDLE) / 2;
            }
            leftRow = paddleRow(picture, PixelKind.LEFT_PADDLE);
            rightRow = paddleRow(picture, PixelKind.RIGHT_PADDLE);
        }

        private float paddleRow(BinaryImage picture, PixelKind paddle) {
            float sum = 0;
            rows.read(picture, paddle);
            for (int i = 0; i < rows.count(); i++) {
                sum += (rows.row(i) - MIDDLE) / 8;
            }
            return sum;
        }
    }
}
