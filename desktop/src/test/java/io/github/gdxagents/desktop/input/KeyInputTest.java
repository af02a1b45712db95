package io.github.gdxagents.desktop.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.desktop.FakePreferences;
import io.github.gdxagents.desktop.StandingCourt;
import io.github.gdxagents.desktop.settings.Settings;
import io.github.gdxagents.pong.Side;
import org.junit.jupiter.api.Test;

class KeyInputTest {

    private static final StandingCourt COURT = new StandingCourt(true, 80, 80, 80, 80);

    private final KeyBindings bindings = new KeyBindings(new Settings(new FakePreferences(), sentence -> {}));
    private final KeyInput alone = new KeyInput(bindings, true);
    private final KeyInput two = new KeyInput(bindings, false);

    @Test
    void heldKeyCountsInEveryTickUntilItIsLetGo() {
        alone.keyDown(Keys.W);
        for (int tick = 0; tick < 3; tick++) {
            assertTrue(alone.active(Side.LEFT));
            assertEquals(-1, alone.speed(Side.LEFT, COURT));
            alone.ticked();
        }
        alone.keyUp(Keys.W);
        assertFalse(alone.active(Side.LEFT));
        assertEquals(0, alone.speed(Side.LEFT, COURT));
    }

    @Test
    void tapBetweenTwoTicksCountsForOne() {
        alone.keyDown(Keys.S);
        alone.keyUp(Keys.S);
        assertEquals(1, alone.speed(Side.LEFT, COURT));
        alone.ticked();
        assertEquals(0, alone.speed(Side.LEFT, COURT));
        assertFalse(alone.active(Side.LEFT));
    }

    @Test
    void whoIsAloneHasTheKeysOfBothSides() {
        alone.keyDown(Keys.UP);
        assertEquals(-1, alone.speed(Side.LEFT, COURT));
        assertEquals(-1, alone.speed(Side.RIGHT, COURT));
        alone.keyDown(Keys.ENTER);
        assertTrue(alone.fire(Side.LEFT));
    }

    @Test
    void ofTwoEachHasKeysOfTheirOwn() {
        two.keyDown(Keys.UP);
        two.keyDown(Keys.S);
        two.keyDown(Keys.SPACE);
        assertEquals(1, two.speed(Side.LEFT, COURT));
        assertEquals(-1, two.speed(Side.RIGHT, COURT));
        assertTrue(two.fire(Side.LEFT));
        assertFalse(two.fire(Side.RIGHT));
    }

    @Test
    void upAndDownTogetherStay() {
        two.keyDown(Keys.W);
        two.keyDown(Keys.S);
        assertTrue(two.active(Side.LEFT));
        assertEquals(0, two.speed(Side.LEFT, COURT));
    }

    @Test
    void releaseForgetsAllKeys() {
        alone.keyDown(Keys.W);
        alone.keyDown(Keys.SPACE);
        alone.release();
        assertFalse(alone.active(Side.LEFT));
        assertFalse(alone.fire(Side.LEFT));
    }

    @Test
    void changedKeysCount() {
        bindings.bind(Control.LEFT_UP, Keys.Q);
        assertTrue(two.keyDown(Keys.Q));
        assertEquals(-1, two.speed(Side.LEFT, COURT));
    }

    @Test
    void otherKeysAreLeftToOthers() {
        assertFalse(alone.keyDown(Keys.F5));
        assertFalse(alone.keyUp(Keys.F5));
        assertFalse(alone.keyDown(-1));
        assertFalse(alone.keyUp(-1));
        assertTrue(alone.keyDown(Keys.DOWN));
        assertTrue(alone.keyUp(Keys.DOWN));
    }
}
