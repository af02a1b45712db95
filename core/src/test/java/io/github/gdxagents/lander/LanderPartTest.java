package io.github.gdxagents.lander;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LanderPartTest {

    /** What Box2D asks of polygons. */
    @ParameterizedTest
    @EnumSource
    void isConvexAndCounterClockwise(LanderPart part) {
        int corners = part.corners();
        assertTrue(corners >= 3 && corners <= 8);
        for (int a = 0; a < corners; a++) {
            int b = (a + 1) % corners;
            int c = (a + 2) % corners;
            double turn = (part.x(b) - part.x(a)) * (part.y(c) - part.y(b))
                    - (part.y(b) - part.y(a)) * (part.x(c) - part.x(b));
            assertTrue(turn > 0, part + " at corner " + b);
        }
    }

    @Test
    void legsMirrorEachOtherAndReachDeepest() {
        double leftMost = 0;
        double rightMost = 0;
        double lowest = 0;
        for (int corner = 0; corner < LanderPart.LEFT_LEG.corners(); corner++) {
            leftMost = Math.min(leftMost, LanderPart.LEFT_LEG.x(corner));
            rightMost = Math.max(rightMost, LanderPart.RIGHT_LEG.x(corner));
            lowest = Math.min(lowest, LanderPart.LEFT_LEG.y(corner));
        }
        assertEquals(-leftMost, rightMost);
        assertEquals(-LanderPart.STANDING_HEIGHT, lowest);
    }
}
