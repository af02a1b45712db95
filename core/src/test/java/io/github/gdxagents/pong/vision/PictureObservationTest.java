package io.github.gdxagents.pong.vision;

import static io.github.gdxagents.pong.vision.SmallPictures.COURT;
import static io.github.gdxagents.pong.vision.SmallPictures.LATER;
import static io.github.gdxagents.pong.vision.SmallPictures.nonZeros;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each part on a small picture, by hand, and all of them against plain sums on any pictures. */
class PictureObservationTest {

    private static final List<PixelKind> KINDS = List.of(PixelKind.values());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image:0 | 808:1 809:1 888:1 889:1 920:4 1000:4 1030:1 1031:1 6399:1",
                "image:0+ball-weight:0.5 | 808:1 809:1 888:1 889:1 920:0.5 1000:0.5 1030:1 1031:1 6399:1",
                "ball:0 | 920:4 1000:4",
                // Cells of a row: 20. Rows 8 to 11 are row 2 of the cells, columns 8 to 11 are column 2.
                "pool4:0 | 42:2 50:2 70:2 77:1 399:0.5",
                "ballpool4:0 | 50:2 70:2",
                "pool20:0 | 0:2 2:4 3:1 15:0.5",
                "pool2:0 | 204:2 220:2 260:2 275:1 1599:0.5",
                "rows:0 | 11:2 12:2",
                "columns:0+ball-weight:3 | 40:3",
                "paddles:0 | 10:1 11:1 92:1",
                "action | ''",
                "difference | ''",
                "ball:0+paddles:0 | 920:4 1000:4 6410:1 6411:1 6492:1"
            })
    void partsOfOnePicture(String text, String expected) {
        PictureObservation observation = PictureObservationSpec.parse(text).observation(3);
        observation.start(COURT);
        assertEquals(expected, nonZeros(observation));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image:0,1 | 1001:4 1081:4 7208:1 7209:1 7288:1 7289:1 7320:4 7400:4 7430:1 7431:1 12799:1",
                "ball:1,2 | 920:4 1000:4 7320:4 7400:4",
                "pool20:0,1 | 2:4 16:2 18:4 19:1 31:0.5",
                "rows:0,1+columns:0,1 | 12:2 13:2 91:2 92:2 201:4 280:4",
                "paddles:0,1 | 170:1 171:1 252:1",
                "action | 2:1",
                "image:0+action | 1001:4 1081:4 6402:1",
                "difference | 808:-1 809:-1 888:-1 889:-1 920:-1 1000:-1 1001:1 1030:-1 1031:-1 1081:1 6399:-1"
            })
    void partsOfSeveralPictures(String text, String expected) {
        PictureObservation observation = PictureObservationSpec.parse(text).observation(3);
        observation.start(LATER);
        observation.next(1, COURT);
        observation.next(0, COURT);
        observation.next(2, LATER);
        for (int look = 0; look < 2; look++) {
            assertEquals(expected, nonZeros(observation));
        }
    }

    @Test
    void memoryIsScaledAndFollowsWhatIsWritten() {
        PictureObservation observation = PictureObservationSpec.parse("ram").observation(2);
        observation.start(COURT);
        assertEquals("", nonZeros(observation));
        observation.memory()[1] = (byte) 255;
        observation.memory()[127] = 51;
        observation.next(0, COURT);
        assertEquals("1:1 127:0.2", nonZeros(observation));
    }

    @Test
    void beforeTheFirstPictureTheFirstOneWasThere() {
        PictureObservation observation =
                PictureObservationSpec.parse("ball:0,5,63+action").observation(2);
        observation.start(LATER);
        observation.next(1, LATER);
        observation.start(COURT);
        assertEquals("920:4 1000:4 7320:4 7400:4 13720:4 13800:4", nonZeros(observation));
        for (int decision = 1; decision <= 63; decision++) {
            observation.next(0, LATER);
            // After 5 decisions the picture of age 5 is still the first one, as is that of age 63 after 63.
            String fiveAgo = decision <= 5 ? " 7320:4 7400:4" : " 7401:4 7481:4";
            assertEquals("1001:4 1081:4" + fiveAgo + " 13720:4 13800:4 19200:1", nonZeros(observation));
        }
        observation.next(0, LATER);
        assertEquals("1001:4 1081:4 7401:4 7481:4 13801:4 13881:4 19200:1", nonZeros(observation));
    }

    @Test
    void picturesAreCopied() {
        BinaryImage picture = new BinaryImage();
        picture.light(5, PixelKind.BALL);
        PictureObservation observation =
                PictureObservationSpec.parse("ball:0,1").observation(2);
        observation.start(picture);
        picture.clear();
        picture.light(6, PixelKind.BALL);
        observation.next(0, picture);
        picture.clear();
        assertEquals("6:4 6405:4", nonZeros(observation));
    }

    @Test
    void observersOfOneSpecShareNothing() {
        PictureObservationSpec spec = PictureObservationSpec.parse("image:0+pool4:0");
        PictureObservation one = spec.observation(2);
        PictureObservation other = spec.observation(2);
        one.start(COURT);
        other.start(LATER);
        assertEquals("1001:4 1081:4 6470:4", nonZeros(other));
        assertEquals(9 + 5, nonZeros(one).split(" ").length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "4", "5", "8", "10", "16", "20"})
    void anyPicturesGivePlainSums(String cell) {
        int side = Integer.parseInt(cell);
        int cells = 80 / side;
        PictureObservationSpec spec = PictureObservationSpec.parse(
                "pool" + cell + ":0+ballpool" + cell + ":0+rows:0+columns:0+paddles:0+image:0");
        PictureObservation observation = spec.observation(2);
        SparseVector observed = new SparseVector(spec.size(2));
        float[] found = new float[spec.size(2)];
        RandomStream random = new RandomStream(side);
        BinaryImage picture = new BinaryImage();
        for (int trial = 0; trial < 50; trial++) {
            double share = random.uniform() * random.uniform();
            float[] expected = new float[spec.size(2)];
            int rows = 2 * cells * cells;
            picture.clear();
            for (int pixel = 0; pixel < 6400; pixel++) {
                if (random.uniform() < share) {
                    PixelKind kind = KINDS.get(random.below(4));
                    picture.light(pixel, kind);
                    int row = pixel / 80;
                    int column = pixel % 80;
                    int at = row / side * cells + column / side;
                    int weight = kind == PixelKind.BALL ? 4 : 1;
                    expected[at] += weight / 2f;
                    expected[rows + 320 + pixel] = weight;
                    switch (kind) {
                        case BALL -> {
                            expected[cells * cells + at] += 2;
                            expected[rows + row] += 2;
                            expected[rows + 80 + column] += 2;
                        }
                        case LEFT_PADDLE -> expected[rows + 160 + row] = 1;
                        case RIGHT_PADDLE -> expected[rows + 240 + row] = 1;
                        case OTHER -> {}
                    }
                }
            }
            if (trial == 0) {
                observation.start(picture);
            } else {
                observation.next(0, picture);
            }
            observation.observe(observed);
            observed.toDense(found);
            assertArrayEquals(expected, found);
        }
    }

    @Test
    void lookingAllocatesNothing() {
        PictureObservationSpec spec = PictureObservationSpec.parse(
                "difference+image:0,1+ball:2,4,8+pool4:0,1+ballpool4:2+rows:0+columns:0+paddles:0+action");
        PictureObservation observation = spec.observation(3);
        SparseVector observed = new SparseVector(spec.size(3));
        List<BinaryImage> pictures = Arrays.asList(COURT, LATER);
        observation.start(COURT);
        Runnable decisions = () -> {
            for (int decision = 0; decision < 500; decision++) {
                observation.next(decision % 3, pictures.get(decision & 1));
                observation.observe(observed);
                observation.observeInstead(LATER, observed);
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(50, decisions));
    }

    private static final String ALL_PARTS =
            "difference+image:0,1+ball:0,2+pool4:0+ballpool4:1+rows:0,1+columns:0+paddles:0"
                    + "+tents8:0,1,2+paddletents8:0,1+edges:0,1+centres:1,2+action+actions:0,1";

    @Test
    void anotherPictureInsteadIsSeenAsIfItHadComeThen() {
        PictureObservationSpec spec = PictureObservationSpec.parse(ALL_PARTS);
        PictureObservation observation = spec.observation(3);
        PictureObservation other = spec.observation(3);
        for (BinaryImage first : List.of(COURT, LATER)) {
            observation.start(first);
            other.start(first);
            observation.next(2, LATER);
            other.next(2, LATER);
            observation.next(1, COURT);
            other.next(1, LATER);
            assertEquals(nonZeros(other), nonZerosInstead(observation, LATER));
            assertNotEquals(nonZeros(observation), nonZerosInstead(observation, LATER));
            assertEquals(nonZeros(observation), nonZerosInstead(observation, COURT));
        }
    }

    @Test
    void anotherPictureInsteadLeavesNoTrace() {
        PictureObservationSpec spec = PictureObservationSpec.parse(ALL_PARTS);
        PictureObservation observation = spec.observation(3);
        PictureObservation other = spec.observation(3);
        BinaryImage instead = new BinaryImage();
        instead.copyFrom(LATER);
        String here = nonZerosOf(LATER);
        observation.start(COURT);
        other.start(COURT);
        RandomStream random = new RandomStream(3);
        for (int decision = 0; decision < 20; decision++) {
            nonZerosInstead(observation, instead);
            assertEquals(nonZeros(other), nonZeros(observation));
            int action = random.below(3);
            BinaryImage now = random.below(2) == 0 ? COURT : LATER;
            observation.next(action, now);
            other.next(action, now);
            assertEquals(nonZeros(other), nonZeros(observation));
            // Neither is what was shown changed by what comes later.
            assertEquals(here, nonZerosOf(instead));
        }
    }

    private static String nonZerosOf(BinaryImage picture) {
        PictureObservation observation = PictureObservationSpec.parse("image:0").observation(2);
        observation.start(picture);
        return nonZeros(observation);
    }

    private static String nonZerosInstead(PictureObservation observation, BinaryImage instead) {
        SparseVector observed = new SparseVector(observation.size());
        observation.observeInstead(instead, observed);
        return nonZeros(observed);
    }
}
