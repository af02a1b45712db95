package io.github.gdxagents.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.gdxagents.agent.learn.UpdateReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {

    private final List<String> heard = new ArrayList<>();
    private boolean full;

    private RunListener listener(String name, boolean needsRoom) {
        return new RunListener() {
            @Override
            public void updated(UpdateReport report, double seconds) {
                if (needsRoom && full) {
                    throw new UncheckedIOException(new IOException("full"));
                }
                heard.add(name + report.update());
            }

            @Override
            public void close() {
                throw new IllegalStateException(name);
            }
        };
    }

    @Test
    void whoCouldNotTakeTheNewsIsToldAgainAndWhoHasThemIsNot() {
        Listeners listeners = new Listeners();
        listeners.add(listener("a", false));
        listeners.add(listener("b", true));
        listeners.add(listener("c", false));
        full = true;
        assertThrows(UncheckedIOException.class, () -> listeners.updated(SmallReport.everything(), 1));
        assertEquals(List.of("a12"), heard);
        assertThrows(UncheckedIOException.class, listeners::again);
        full = false;
        listeners.again();
        assertEquals(List.of("a12", "b12", "c12"), heard);
        listeners.again();
        assertEquals(3, heard.size());
    }

    @Test
    void allAreClosedAndTheFirstFailureIsTold() {
        Listeners listeners = new Listeners();
        listeners.add(listener("a", false));
        listeners.add(listener("b", false));
        IllegalStateException failure = assertThrows(IllegalStateException.class, listeners::close);
        assertEquals("a", failure.getMessage());
        assertSame("b", failure.getSuppressed()[0].getMessage());
    }
}
