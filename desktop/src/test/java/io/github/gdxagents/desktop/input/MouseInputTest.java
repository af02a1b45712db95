package io.github.gdxagents.desktop.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.Input.Buttons;
import com.badlogic.gdx.Input.Keys;
import io.github.gdxagents.desktop.StandingCourt;
import io.github.gdxagents.pong.Side;
import org.junit.jupiter.api.Test;

class MouseInputTest {

    private static final StandingCourt COURT = new StandingCourt(true, 80, 80, 60, 100);

    private final MouseInput mouse = new MouseInput((screenX, screenY) -> screenY / 10.0);

    @Test
    void mouseAtRestSaysNothing() {
        assertFalse(mouse.active(Side.LEFT));
    }

    @Test
    void paddleGoesToThePointersHeight() {
        mouse.mouseMoved(0, 800);
        assertTrue(mouse.active(Side.LEFT));
        assertTrue(mouse.speed(Side.LEFT, COURT) > 0);
        assertTrue(mouse.speed(Side.RIGHT, COURT) < 0);
        // A fifth of 20 units at 2 units a tick.
        assertEquals(2, mouse.speed(Side.LEFT, COURT), 1e-9);
    }

    @Test
    void nearEnoughIsThere() {
        mouse.mouseMoved(0, 610);
        assertEquals(0, mouse.speed(Side.LEFT, COURT));
        mouse.mouseMoved(0, 620);
        assertTrue(mouse.speed(Side.LEFT, COURT) > 0);
    }

    @Test
    void keysThatAreNotForThePaddleLeaveTheMouseAlone() {
        mouse.mouseMoved(0, 800);
        assertFalse(mouse.keyDown(Keys.M));
        assertTrue(mouse.active(Side.LEFT));
    }

    @Test
    void releasedMouseCountsAgainWhenItMoves() {
        mouse.mouseMoved(0, 800);
        mouse.release();
        assertFalse(mouse.active(Side.LEFT));
        mouse.mouseMoved(0, 801);
        assertTrue(mouse.active(Side.LEFT));
    }

    @Test
    void leftButtonIsTheFastShotAndDraggingStillMoves() {
        assertFalse(mouse.touchDown(0, 0, 0, Buttons.RIGHT));
        assertFalse(mouse.fire(Side.LEFT));
        assertTrue(mouse.touchDown(0, 0, 0, Buttons.LEFT));
        assertTrue(mouse.fire(Side.LEFT));
        mouse.touchDragged(0, 900, 0);
        assertTrue(mouse.speed(Side.LEFT, COURT) > 0);
        mouse.touchUp(0, 0, 0, Buttons.RIGHT);
        assertTrue(mouse.fire(Side.LEFT));
        assertTrue(mouse.touchUp(0, 0, 0, Buttons.LEFT));
        assertFalse(mouse.fire(Side.LEFT));
    }
}
