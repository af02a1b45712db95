package io.github.gdxagents.pong.atari;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtariProtocolTest {

    static Stream<AtariProtocol> protocols() {
        return Stream.of(
                AtariProtocol.pongV0(),
                new AtariProtocol(4, 4, 0, 30, ActionSet.THREE),
                new AtariProtocol(1, 60, 1, 1000, ActionSet.SIX),
                new AtariProtocol(1, 1, 0.1, 0, ActionSet.TWO),
                new AtariProtocol(60, 60, 1e-9, 1, ActionSet.TWO));
    }

    @Test
    void pongFromPixelsPlaysPongV0() {
        assertEquals(new AtariProtocol(2, 4, 0.25, 0, ActionSet.TWO), AtariProtocol.pongV0());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 4 | 0.25 | 0 | skip 2-4 · sticky 0.25 · no-ops 0",
                "4 | 4 | 0.25 | 30 | skip 4 · sticky 0.25 · no-ops ≤ 30",
                "1 | 1 | 0 | 1 | skip 1 · sticky 0 · no-ops ≤ 1",
                "1 | 60 | 1 | 1000 | skip 1-60 · sticky 1 · no-ops ≤ 1000",
            })
    void aScoreIsPrintedWithItsProtocol(int minSkip, int maxSkip, double sticky, int noOps, String line) {
        assertEquals(line, new AtariProtocol(minSkip, maxSkip, sticky, noOps, ActionSet.TWO).line());
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void settingsReadBack(AtariProtocol protocol) {
        assertEquals(protocol, AtariProtocol.of(protocol.settings()));
    }

    @Test
    void settingsAreNamedAsOnTheCommandLine() {
        assertEquals(
                Map.of("frame-skip", "2-4", "sticky", "0.25", "noops", "0", "actions", "2"),
                AtariProtocol.pongV0().settings());
    }

    @ParameterizedTest
    @CsvSource({"4, 4, 4", "1, 1, 1", "60, 60, 60", "2-4, 2, 4", "3-3, 3, 3", "1-60, 1, 60"})
    void frameSkipIsANumberOrARange(String text, int min, int max) {
        AtariProtocol protocol = AtariProtocol.pongV0().withFrameSkip(text);
        assertEquals(min, protocol.minSkip());
        assertEquals(max, protocol.maxSkip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "0",
                "61",
                "-1",
                "-3",
                "4-2",
                "0-4",
                "2-61",
                "2-",
                "-",
                "2-3-4",
                "2--3",
                "2.5",
                "99999999999"
            })
    void refusesOtherFrameSkips(String text) {
        AtariProtocol protocol = AtariProtocol.pongV0();
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> protocol.withFrameSkip(text));
        assertEquals(
                "frame-skip must be a number from 1 to 60 or a range such as 2-4, but was " + text,
                refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "-0.1, -0.1", "1.0001, 1.0001", "NaN, NaN", "Infinity, Infinity"})
    void refusesAProbabilityOutOfRange(double sticky, String text) {
        AtariProtocol protocol = AtariProtocol.pongV0();
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> protocol.withSticky(sticky));
        assertEquals("sticky must be a probability from 0 to 1, but was " + text, refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1001, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refusesNoOpsOutOfRange(int noOps) {
        AtariProtocol protocol = AtariProtocol.pongV0();
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> protocol.withMaxNoOps(noOps));
        assertEquals("noops must be from 0 to 1000, but was " + noOps, refusal.getMessage());
    }

    @Test
    void changesLeaveTheRestAsItWas() {
        AtariProtocol changed = AtariProtocol.pongV0()
                .withSticky(0.5)
                .withMaxNoOps(30)
                .withActions(ActionSet.SIX)
                .withFrameSkip("5");
        assertEquals(new AtariProtocol(5, 5, 0.5, 30, ActionSet.SIX), changed);
    }

    @ParameterizedTest
    @CsvSource({"frame-skip, 4-2", "sticky, x", "sticky, 2", "noops, 1.5", "noops, -1", "actions, 5", "actions, two"})
    void refusesSettingsWithABadValue(String name, String value) {
        Map<String, String> settings = new TreeMap<>(AtariProtocol.pongV0().settings());
        settings.put(name, value);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> AtariProtocol.of(settings));
        assertTrue(refusal.getMessage().contains(value), refusal.getMessage());
    }

    @Test
    void refusesSettingsWithOtherNames() {
        Map<String, String> fewer = new TreeMap<>(AtariProtocol.pongV0().settings());
        fewer.remove("sticky");
        assertThrows(IllegalArgumentException.class, () -> AtariProtocol.of(fewer));
        Map<String, String> more = new TreeMap<>(AtariProtocol.pongV0().settings());
        more.put("speed", "9");
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> AtariProtocol.of(more));
        assertTrue(refusal.getMessage().contains("speed"), refusal.getMessage());
    }
}
