package io.github.gdxagents.desktop.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.lander.Lander;
import io.github.gdxagents.lander.LanderView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanderInputTest {

    private final Lander lander = new Lander();
    private final LanderView view = lander;
    private final LanderInput input = new LanderInput(Gamepads.none());

    @AfterEach
    void tearDown() {
        lander.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {Keys.UP, Keys.W, Keys.SPACE})
    void engineBurnsWhileItsKeyIsHeld(int key) {
        assertTrue(input.keyDown(key));
        for (int tick = 0; tick < 3; tick++) {
            assertEquals(1, input.main(view));
            input.ticked();
        }
        assertTrue(input.keyUp(key));
        assertEquals(0, input.main(view));
        assertEquals(0, input.side(view));
    }

    @Test
    void thrustersPushWhereTheirKeysPoint() {
        input.keyDown(Keys.LEFT);
        assertEquals(-1, input.side(view));
        input.keyDown(Keys.D);
        assertEquals(0, input.side(view));
        input.keyUp(Keys.LEFT);
        input.ticked();
        assertEquals(1, input.side(view));
        assertEquals(0, input.main(view));
    }

    @Test
    void tapBetweenTwoTicksCountsForOne() {
        input.keyDown(Keys.A);
        input.keyUp(Keys.A);
        assertEquals(-1, input.side(view));
        input.ticked();
        assertEquals(0, input.side(view));
    }

    @Test
    void releaseForgetsAllKeys() {
        input.keyDown(Keys.UP);
        input.keyDown(Keys.RIGHT);
        input.release();
        assertEquals(0, input.main(view));
        assertEquals(0, input.side(view));
    }

    @Test
    void otherKeysAreLeftToOthers() {
        assertFalse(input.keyDown(Keys.ENTER));
        assertFalse(input.keyUp(Keys.ENTER));
        assertFalse(input.keyDown(-1));
        assertFalse(input.keyUp(-1));
    }
}
