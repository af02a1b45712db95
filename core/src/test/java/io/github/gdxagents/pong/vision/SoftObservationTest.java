package io.github.gdxagents.pong.vision;

import static io.github.gdxagents.pong.vision.SmallPictures.COURT;
import static io.github.gdxagents.pong.vision.SmallPictures.LATER;
import static io.github.gdxagents.pong.vision.SmallPictures.nonZeros;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.agent.learn.AllocatedBytes;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts that show places by few numbers, by hand. */
class SoftObservationTest {

    private static final BinaryImage NOTHING = new BinaryImage();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Row 11 is 3/8 of the way from tent 1 (row 8) to tent 2 (row 16), row 12 half of it; column 40 is tent
                // 5 of 11.
                "tents8:0 | 1:1.125 2:0.875 16:2",
                // Row 11 between tents 5 and 6 of 41, row 12 on tent 6; column 40 on tent 20.
                "tents2:0 | 5:0.5 6:1.5 61:2",
                // A quarter for each row: 10 gives 0.75 and 0.25 of it, 11 0.625 and 0.375, 12 half of it each.
                "paddletents8:0 | 1:0.34375 2:0.15625 12:0.125 13:0.125",
                "edges:0 | 10:1 12:-1 93:1 94:-1",
                // Ball (-28.5 - 27.5) / 2 = -28 and 0.5, right -27.5 / 8, left (-29.5 - 28.5) / 8 = -7.25.
                "centres:1 | 0:-1.4 1:0.025 2:-0.171875 3:-0.3625 4:1 5:-3.0703125 6:-2.59375 11:1",
                "action | ''",
                "actions:0,1,63 | ''"
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
                "tents8:0,2 | 1:0.875 2:1.125 16:1.75 17:0.25 23:1.125 24:0.875 38:2",
                "paddletents8:0,1 | 23:0.34375 24:0.15625 34:0.125 35:0.125",
                "edges:0,1 | 172:1 174:-1 255:1 256:-1",
                // Since the decision before: ball 1 / 4 rows and columns, right 3.4375 / 4, left 7.25 / 4.
                // Paddles that
                // are not there stand at 0.
                "centres:1 | 0:-1.35 1:0.075 4:1 5:-3.375 6:-3.375 7:0.25 8:0.25 9:0.859375 10:1.8125 11:1",
                // Over two decisions half of it; over three nothing moved, since LATER was the first picture, too.
                "centres:2,3 | 0:-1.35 1:0.075 4:1 5:-3.375 6:-3.375 7:0.125 8:0.125 9:0.4296875 10:0.90625 11:1 16:1",
                "action | 2:1",
                "actions:0,1 | 2:1 3:1",
                "actions:1,2,3 | 0:1 4:1",
                "edges:2+actions:0 | 10:1 12:-1 93:1 94:-1 164:1"
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

    @ParameterizedTest
    @ValueSource(strings = {"tents8:0,1", "paddletents8:0,1", "edges:0,1", "centres:1,4"})
    void anEmptyCourtShowsNothing(String text) {
        PictureObservation observation = PictureObservationSpec.parse(text).observation(2);
        observation.start(NOTHING);
        assertEquals("", nonZeros(observation));
    }

    /** What is not there stands at 0, so a ball that vanishes seems to move there; the count of its pixels tells. */
    @Test
    void aVanishedBallIsCountedAsNone() {
        PictureObservation observation =
                PictureObservationSpec.parse("centres:1").observation(2);
        observation.start(LATER);
        observation.next(0, NOTHING);
        assertEquals("7:6.75 8:-0.375 11:1", nonZeros(observation));
    }

    @Test
    void anEpisodeForgetsTheActionsOfTheLastOne() {
        PictureObservation observation =
                PictureObservationSpec.parse("actions:0,1").observation(2);
        observation.start(COURT);
        observation.next(1, COURT);
        assertEquals("1:1", nonZeros(observation));
        observation.next(0, COURT);
        assertEquals("0:1 3:1", nonZeros(observation));
        observation.start(COURT);
        assertEquals("", nonZeros(observation));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The ball stands in front of the paddle.
                "10 11 13 | 10:1 12:-1 13:1 14:-1",
                "10 11 14 15 | 10:1 12:-1 14:1 16:-1",
                "0 1 2 | 0:1 3:-1",
                "77 78 79 | 77:1 80:-1",
                "79 | 79:1 80:-1",
                "0 79 | 0:1 1:-1 79:1 80:-1"
            })
    void edgesOfAnyPaddle(String rows, String expected) {
        for (PixelKind paddle : List.of(PixelKind.LEFT_PADDLE, PixelKind.RIGHT_PADDLE)) {
            BinaryImage picture = new BinaryImage();
            for (String row : rows.split(" ", -1)) {
                picture.light(Integer.parseInt(row) * 80 + 30, paddle);
                picture.light(Integer.parseInt(row) * 80 + 31, paddle);
            }
            PictureObservation observation =
                    PictureObservationSpec.parse("edges:0").observation(2);
            observation.start(picture);
            int offset = paddle == PixelKind.LEFT_PADDLE ? 0 : 81;
            StringJoiner shifted = new StringJoiner(" ");
            for (String entry : expected.split(" ", -1)) {
                int colon = entry.indexOf(':');
                shifted.add(offset + Integer.parseInt(entry.substring(0, colon)) + entry.substring(colon));
            }
            assertEquals(shifted.toString(), nonZeros(observation));
        }
    }

    /** Linear interpolation loses nothing: the tents' tops, weighed with what they hold, give back the sum of the places. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 5, 8, 10, 16, 20})
    void tentsKeepWeightAndPlace(int width) {
        Tents tents = new Tents(width);
        assertEquals(80 / width + 1, tents.size());
        SparseVector into = new SparseVector(tents.size());
        float[] dense = new float[tents.size()];
        for (int pixel = 0; pixel < 80; pixel++) {
            tents.add(pixel, 3);
            into.clear();
            tents.flush(into, 0);
            into.toDense(dense);
            double weight = 0;
            double place = 0;
            for (int i = 0; i < dense.length; i++) {
                weight += dense[i];
                place += dense[i] * width * i;
            }
            assertEquals(3, weight, 1e-5);
            assertEquals(3 * pixel, place, 1e-4);
            assertEquals(pixel % width == 0 ? 1 : 2, into.count());
        }
        into.clear();
        tents.flush(into, 0);
        assertEquals(0, into.count(), "what was written is forgotten");
    }

    @Test
    void lookingAllocatesNothing() {
        PictureObservationSpec spec =
                PictureObservationSpec.parse("tents8:0,1,2,4,8+paddletents8:0,1+edges:0,1+centres:1,2,4,8+actions:0,1");
        PictureObservation observation = spec.observation(3);
        SparseVector observed = new SparseVector(spec.size(3));
        RandomStream random = new RandomStream(1);
        List<BinaryImage> pictures = List.of(COURT, LATER, NOTHING);
        observation.start(COURT);
        Runnable decisions = () -> {
            for (int decision = 0; decision < 500; decision++) {
                observation.next(decision % 3, pictures.get(random.below(3)));
                observation.observe(observed);
            }
        };
        assertEquals(0, AllocatedBytes.leastOf(50, decisions));
    }
}
