package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;
import java.util.StringJoiner;

/** Two pictures that observations can be worked out for by hand, and how an observation is written down. */
final class SmallPictures {

    /**
     * Rows 10 and 11 of the left paddle (columns 8, 9), row 12 of the right one (columns 70, 71), the ball in column 40 of rows
     * 11 and 12, and something else in the last pixel.
     */
    static final BinaryImage COURT = new BinaryImage();

    /** Only the ball, one column to the right and one row down. */
    static final BinaryImage LATER = new BinaryImage();

    static {
        COURT.light(10 * 80 + 8, PixelKind.LEFT_PADDLE);
        COURT.light(10 * 80 + 9, PixelKind.LEFT_PADDLE);
        COURT.light(11 * 80 + 8, PixelKind.LEFT_PADDLE);
        COURT.light(11 * 80 + 9, PixelKind.LEFT_PADDLE);
        COURT.light(11 * 80 + 40, PixelKind.BALL);
        COURT.light(12 * 80 + 40, PixelKind.BALL);
        COURT.light(12 * 80 + 70, PixelKind.RIGHT_PADDLE);
        COURT.light(12 * 80 + 71, PixelKind.RIGHT_PADDLE);
        COURT.light(6399, PixelKind.OTHER);
        LATER.light(12 * 80 + 41, PixelKind.BALL);
        LATER.light(13 * 80 + 41, PixelKind.BALL);
    }

    private SmallPictures() {}

    /** An observation's numbers that are not 0, each behind its index. */
    static String nonZeros(PictureObservation observation) {
        SparseVector observed = new SparseVector(observation.size());
        observation.observe(observed);
        return nonZeros(observed);
    }

    /** The numbers of an observation that are not 0, each behind its index. */
    static String nonZeros(SparseVector observed) {
        StringJoiner text = new StringJoiner(" ");
        for (int i = 0; i < observed.count(); i++) {
            float value = observed.value(i);
            text.add(observed.index(i) + ":" + (value == (int) value ? Integer.toString((int) value) : "" + value));
        }
        return text.toString();
    }
}
