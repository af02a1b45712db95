package io.github.gdxagents.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.headless.run.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedRangeTest {

    @Test
    void oneNumberIsOneSeed() {
        assertEquals(List.of(7L), SeedRange.parse("7"));
        assertEquals(List.of(-7L), SeedRange.parse("-7"));
        assertEquals(List.of(Long.MIN_VALUE), SeedRange.parse("-9223372036854775808"));
    }

    @Test
    void rangeHasBothItsEnds() {
        assertEquals(List.of(1L, 2L, 3L), SeedRange.parse("1-3"));
        assertEquals(List.of(5L), SeedRange.parse("5-5"));
        assertEquals(List.of(-2L, -1L, 0L, 1L), SeedRange.parse("-2-1"));
        assertEquals(List.of(-5L, -4L), SeedRange.parse("-5--4"));
        assertEquals(
                List.of(Long.MAX_VALUE - 1, Long.MAX_VALUE),
                SeedRange.parse("9223372036854775806-9223372036854775807"));
        assertEquals(10_000, SeedRange.parse("1-10000").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "--",
                "a",
                "1-",
                "1-b",
                "3-1",
                "1.5",
                "1,2",
                " 1",
                "1 - 3",
                "1-2-3",
                "1-10001",
                "9223372036854775808",
                "-9223372036854775808-9223372036854775807",
                "-9000000000000000000-9000000000000000000"
            })
    void anythingElseIsRefusedWithWhatItWas(String text) {
        InputException e = assertThrows(InputException.class, () -> SeedRange.parse(text));
        assertEquals(
                "seeds must be a number or a range of at most 10000 such as 1-10, but was '" + text + "'",
                e.getMessage());
    }
}
