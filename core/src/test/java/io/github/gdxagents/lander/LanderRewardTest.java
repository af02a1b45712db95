package io.github.gdxagents.lander;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers worked by hand from the formula in {@link LanderReward}. */
class LanderRewardTest {

    private final StandingLander lander = new StandingLander();
    private final LanderReward reward = new LanderReward();

    @Test
    void standingStillOnTheMiddleOfThePadIsWorthItsLegsAlone() {
        assertEquals(0, LanderReward.potential(lander), 1e-9);
        lander.left = true;
        assertEquals(5, LanderReward.potential(lander), 1e-9);
        lander.right = true;
        assertEquals(10, LanderReward.potential(lander), 1e-9);
    }

    @Test
    void eachMetreFromThePadCostsFifteenPoints() {
        lander.distance = -3;
        lander.altitude = 4;
        assertEquals(-75, LanderReward.potential(lander), 1e-9);
    }

    @Test
    void eachMetreASecondCostsFifteenPointsInAnyDirection() {
        lander.velocityX = 0.5f;
        lander.velocityY = -1.2f;
        // The hypotenuse of 0.5 and 1.2 is 1.3.
        assertEquals(-19.5, LanderReward.potential(lander), 1e-5);
    }

    @ParameterizedTest
    @CsvSource({"0.25, -12.5", "-0.25, -12.5", "3, -150"})
    void tiltCostsFiftyPointsARadianToEitherSide(float angle, double expected) {
        lander.angle = angle;
        assertEquals(expected, LanderReward.potential(lander), 1e-9);
    }

    @Test
    void aStepBringsWhatThePotentialGainsLessTheFuel() {
        lander.altitude = 8;
        lander.fuelUsed = 1;
        reward.reset(lander);
        lander.altitude = 6;
        lander.velocityY = -0.5f;
        lander.fuelUsed = 1.5f;
        // 30 for two metres, less 7.5 for the speed, less 1.5 for the fuel.
        assertEquals(21, reward.gained(lander), 1e-9);
        assertEquals(0, reward.gained(lander), 1e-9);
    }

    @Test
    void goingAwayAndComingBackBringsNothing() {
        reward.reset(lander);
        lander.distance = 5;
        double away = reward.gained(lander);
        lander.distance = 0;
        assertEquals(-75, away, 1e-9);
        assertEquals(0, away + reward.gained(lander), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"FLYING, 0", "LANDED, 100", "CRASHED, -100", "OUT_OF_BOUNDS, -100"})
    void theEndCounts(LanderStatus end, double expected) {
        reward.reset(lander);
        lander.status = end;
        assertEquals(expected, reward.gained(lander), 1e-9);
    }

    @Test
    void resetForgetsTheFlightBefore() {
        lander.altitude = 9;
        lander.fuelUsed = 4;
        reward.reset(lander);
        lander.altitude = 2;
        lander.fuelUsed = 0;
        reward.reset(lander);
        assertEquals(0, reward.gained(lander), 1e-9);
    }
}
