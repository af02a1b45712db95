package io.github.gdxagents.pong.vision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private final PictureObservation motion =
            PictureObservationSpec.difference().observation(2);
    private final SparseVector observed = new SparseVector(motion.size());

    @Test
    void theFirstObservationIsZeros() {
        motion.start(image(1, 2, 3));
        motion.observe(observed);
        assertEquals(0, observed.count());
    }

    @Test
    void whatAppearsIsOneAndWhatDisappearsIsMinusOne() {
        motion.start(image(10, 20, 30));
        motion.next(0, image(5, 20, 31));
        motion.observe(observed);
        float[] expected = new float[6400];
        expected[5] = 1;
        expected[10] = -1;
        expected[30] = -1;
        expected[31] = 1;
        assertArrayEquals(expected, dense());
        assertEquals(4, observed.count());
    }

    @Test
    void whatStandsStillIsNotSeen() {
        motion.start(image(0, 6399));
        motion.next(0, image(0, 6399));
        motion.observe(observed);
        assertEquals(0, observed.count());
    }

    @Test
    void eachPictureIsComparedWithTheOneBefore() {
        BinaryImage picture = image(1);
        motion.start(picture);
        // The caller fills the same picture again: it was copied.
        picture.clear();
        picture.light(2, PixelKind.OTHER);
        motion.next(0, picture);
        motion.observe(observed);
        assertEquals(-1, dense()[1]);
        assertEquals(1, dense()[2]);
        picture.clear();
        picture.light(2, PixelKind.OTHER);
        picture.light(3, PixelKind.OTHER);
        motion.next(0, picture);
        motion.observe(observed);
        assertEquals(1, observed.count());
        assertEquals(1, dense()[3]);
    }

    @Test
    void anEmptyPictureTakesAllAwayAndAFullOneBringsAll() {
        BinaryImage full = new BinaryImage();
        for (int pixel = 0; pixel < BinaryImage.PIXELS; pixel++) {
            full.light(pixel, PixelKind.OTHER);
        }
        motion.start(image());
        motion.next(0, full);
        motion.observe(observed);
        assertEquals(6400, observed.count());
        assertEquals(1, dense()[6399]);
        motion.next(0, image());
        motion.observe(observed);
        assertEquals(6400, observed.count());
        assertEquals(-1, dense()[0]);
    }

    @Test
    void aNewEpisodeForgetsTheOldOne() {
        motion.start(image(1));
        motion.next(0, image(2));
        motion.start(image(3));
        motion.observe(observed);
        assertEquals(0, observed.count());
        motion.next(0, image(3));
        motion.observe(observed);
        assertEquals(0, observed.count());
    }

    @Test
    void anyPicturesGiveTheirDifference() {
        RandomStream random = new RandomStream(1);
        float[] before = new float[6400];
        motion.start(image());
        for (int trial = 0; trial < 200; trial++) {
            double share = random.uniform();
            BinaryImage now = new BinaryImage();
            float[] dense = new float[6400];
            float[] expected = new float[6400];
            for (int pixel = 0; pixel < 6400; pixel++) {
                if (random.uniform() < share) {
                    now.light(pixel, PixelKind.OTHER);
                    dense[pixel] = 1;
                }
                expected[pixel] = dense[pixel] - before[pixel];
            }
            motion.next(0, now);
            motion.observe(observed);
            assertArrayEquals(expected, dense());
            before = dense;
        }
    }

    private float[] dense() {
        float[] dense = new float[6400];
        observed.toDense(dense);
        return dense;
    }

    private static BinaryImage image(int... pixels) {
        BinaryImage image = new BinaryImage();
        for (int pixel : pixels) {
            image.light(pixel, PixelKind.OTHER);
        }
        return image;
    }
}
