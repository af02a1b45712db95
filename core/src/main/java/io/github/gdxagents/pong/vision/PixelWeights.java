package io.github.gdxagents.pong.vision;

/**
 * Which pixels of a picture count, and how much: the ball's 2 pixels would be lost beside the paddles' 32 if all counted alike.
 *
 * @param ball weight of a pixel of the ball
 * @param ballOnly whether only the ball counts; otherwise all else that is lit has weight 1
 */
record PixelWeights(float ball, boolean ballOnly) {

    /** How many pixels count. */
    int count(BinaryImage picture) {
        return ballOnly ? picture.ballCount() : picture.count();
    }

    /** One of them, in ascending order. */
    int pixel(BinaryImage picture, int position) {
        return ballOnly ? picture.ball(position) : picture.lit(position);
    }

    /** Its weight. */
    float weight(BinaryImage picture, int position) {
        return ballOnly || picture.is(position, PixelKind.BALL) ? ball : 1;
    }
}
