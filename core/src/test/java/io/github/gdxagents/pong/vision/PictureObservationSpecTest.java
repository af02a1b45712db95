package io.github.gdxagents.pong.vision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureObservationSpecTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "difference",
                "image:0",
                "image:0,1+pool4:0,1",
                "image:0,1+ball:2,4,8+pool4:0,1,2,4,8+action",
                "ballpool20:0,63+rows:1+columns:2+paddles:0,1",
                "image:0+ball-weight:0.0001",
                "ball:0+image:0+ball:0+ball-weight:1000",
                "pool2:0+pool5:0+pool8:0+pool10:0+pool16:0+ball-weight:2.5",
                "tents8:0,1,2,4,8+paddletents8:0,1+edges:0,1+centres:1,2,4,8+actions:0,1",
                "ram"
            })
    void textReadsBackToTheSame(String text) {
        PictureObservationSpec spec = PictureObservationSpec.parse(text);
        assertEquals(text, spec.toString());
        assertEquals(spec, PictureObservationSpec.parse(spec.toString()));
        assertEquals(spec.hashCode(), PictureObservationSpec.parse(text).hashCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image:0+ball-weight:4 | image:0",
                "image:0+ball-weight:4.00 | image:0",
                "ball-weight:2.50+image:0+action | image:0+action+ball-weight:2.5",
                "image:0+ball-weight:100 | image:0+ball-weight:100",
                "image:00,01 | image:0,1"
            })
    void eachObservationHasOneSpelling(String text, String spelling) {
        assertEquals(spelling, PictureObservationSpec.parse(text).toString());
        assertEquals(PictureObservationSpec.parse(spelling), PictureObservationSpec.parse(text));
    }

    @Test
    void otherPartsAndOtherOrdersAreOtherObservations() {
        PictureObservationSpec spec = PictureObservationSpec.parse("image:0+action");
        assertNotEquals(spec, PictureObservationSpec.parse("action+image:0"));
        assertNotEquals(spec, PictureObservationSpec.parse("image:1+action"));
        assertNotEquals(spec, PictureObservationSpec.parse("image:0+action+ball-weight:3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "difference | 6400 | 6400",
                "image:0,1 | 12800 | 12800",
                "ball:2,4,8 | 19200 | 19200",
                "image:0,1+pool4:0,1 | 13600 | 13600",
                "pool2:0 | 1600 | 1600",
                "pool5:0 | 256 | 256",
                "pool8:0 | 100 | 100",
                "pool10:0 | 64 | 64",
                "ballpool16:0 | 25 | 25",
                "ballpool20:0,1 | 32 | 32",
                "rows:0+columns:0,1 | 240 | 240",
                "paddles:0,3 | 320 | 320",
                "action | 2 | 6",
                "image:0+action | 6402 | 6406",
                "tents8:0,1,2,4,8 | 110 | 110",
                "tents20:0 | 10 | 10",
                "paddletents2:0,1 | 164 | 164",
                "edges:0,1 | 324 | 324",
                "centres:1,2,4,8 | 27 | 27",
                "actions:0,1 | 4 | 12",
                // 110 + 44 + 324 + 27 + twice the actions.
                "tents8:0,1,2,4,8+paddletents8:0,1+edges:0,1+centres:1,2,4,8+actions:0,1 | 509 | 517",
                "ram | 128 | 128"
            })
    void sizeIsTheSumOfTheParts(String text, int withTwoActions, int withSix) {
        PictureObservationSpec spec = PictureObservationSpec.parse(text);
        assertEquals(withTwoActions, spec.size(2));
        assertEquals(withSix, spec.size(6));
        assertEquals(withSix, spec.observation(6).size());
    }

    @Test
    void onlyRamReadsMemory() {
        assertTrue(PictureObservationSpec.parse("ram").readsMemory());
        assertFalse(PictureObservationSpec.difference().readsMemory());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "image:0+",
                "+image:0",
                "pixels",
                "Image:0",
                " image:0",
                "difference:0",
                "difference2",
                "image4:0",
                "paddles2:0",
                "action:1",
                "edges8:0",
                "centres8:1",
                "actions2:0",
                "ram:0",
                "ram128",
                "image:0\n",
                "ball-weight",
                "4"
            })
    void refusesWhatIsNoPart(String text) {
        String message = refusal(text);
        assertTrue(
                message.startsWith("an observation must be made of the parts difference, image:AGES, ball:AGES,"
                        + " poolN:AGES, ballpoolN:AGES, rows:AGES, columns:AGES, paddles:AGES, tentsN:AGES,"
                        + " paddletentsN:AGES, edges:AGES, centres:AGES, action, actions:AGES, ram and"
                        + " ball-weight:W, joined by +, but one part was '"),
                message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image",
                "image:",
                "image:x",
                "image:-1",
                "image:64",
                "image:100",
                "image:0,",
                "image:,0",
                "image:1,0",
                "image:0,0",
                "image:0, 1",
                "image:0;1",
                "image:0 ",
                "pool4",
                "rows",
                "tents8",
                "actions"
            })
    void refusesOtherAges(String text) {
        assertEquals(
                "an observation part's pictures must be named by their ages, ascending whole numbers from 0 to 63 such"
                        + " as 0,1, but the part was '" + text + "'",
                refusal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"centres:0", "centres:0,1"})
    void refusesMovesSinceNow(String text) {
        assertEquals(
                "the ages of observation part centres must be 1 or more, because nothing moves between now and now,"
                        + " but the part was '" + text + "'",
                refusal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tents:0",
                "tents3:0",
                "paddletents40:0",
                "pool:0",
                "pool3:0",
                "ballpool1:0",
                "pool80:0",
                "pool04:0",
                "pool99999999999:0"
            })
    void refusesCellsThatDoNotDivideThePicture(String text) {
        String message = refusal(text);
        assertTrue(
                message.endsWith("must be 2, 4, 5, 8, 10, 16 or 20 pixels wide, but the part was '" + text + "'"),
                message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1001", "NaN", "1e2", "x", "4f", "0.00001"})
    void refusesOtherWeights(String weight) {
        assertEquals(
                "ball-weight must be a number above 0, up to 1000, with up to 4 decimals, but was '" + weight + "'",
                refusal("image:0+ball-weight:" + weight));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ram+action | ram must stand alone, but the observation was ram+action",
                "ram+ram | ram must stand alone, but the observation was ram+ram",
                "ball-weight:2 | an observation must have a part, but was ball-weight:2",
                "image:0+ball-weight:2+ball-weight:3 |"
                        + " ball-weight must be given once, but the observation was image:0+ball-weight:2+ball-weight:3",
                "tents8:0+ball-weight:2 | ball-weight must stand beside a part that it changes (image, ball, pool,"
                        + " ballpool, rows or columns), but the observation was tents8:0+ball-weight:2",
                "difference+ball-weight:2 | ball-weight must stand beside a part that it changes (image, ball, pool,"
                        + " ballpool, rows or columns), but the observation was difference+ball-weight:2"
            })
    void refusesWhatDoesNotGoTogether(String text, String message) {
        assertEquals(message, refusal(text));
    }

    @Test
    void refusesMoreThanANetworkTakes() {
        StringBuilder ages = new StringBuilder("image:0");
        for (int age = 1; age < 64; age++) {
            ages.append(',').append(age);
        }
        String all = ages.toString();
        assertEquals(64 * 6400, PictureObservationSpec.parse(all).size(2));
        String message = refusal(all + "+" + all + "+" + all);
        assertTrue(message.startsWith("an observation may have at most 1048576 entries, but image:0,1,"), message);
        assertTrue(message.endsWith(" has 1228800"), message);
    }

    private static String refusal(String text) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> PictureObservationSpec.parse(text))
                .getMessage());
    }
}
