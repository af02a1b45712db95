package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.gdxagents.agent.network.Moments;
import org.junit.jupiter.api.Test;

class RewardScaleTest {

    private static final LearnerConfig ACTIVE = LearnerConfigs.actorCritic("scale-rewards", "true", "gamma", "0.5");

    @Test
    void offItChangesNothingAndSeesNothing() {
        RewardScale scale = new RewardScale(LearnerConfigs.actorCritic());
        Moments returns = new Moments(1);
        returns.add(1.0);
        returns.add(9.0);
        scale.use(returns);
        assertEquals(100, scale.scaled(100));
        assertEquals(0, scale.returns().count());
    }

    @Test
    void returnsAreDiscountedOverTheEpisode() {
        RewardScale scale = new RewardScale(ACTIVE);
        scale.begin();
        // 4, 2 + 8, 5 + 0
        scale.scaled(4);
        scale.scaled(8);
        assertEquals(7, scale.returns().mean(0), 1e-12);
        scale.scaled(0);
        assertEquals((4 + 10 + 5) / 3.0, scale.returns().mean(0), 1e-12);
        assertEquals(3, scale.returns().count());
        scale.begin();
        scale.scaled(1);
        assertEquals((4 + 10 + 5 + 1) / 4.0, scale.returns().mean(0), 1e-12, "an episode has its own returns");
    }

    @Test
    void anUpdateForgetsTheReturnsButNotWhereTheEpisodeStands() {
        RewardScale scale = new RewardScale(ACTIVE);
        scale.scaled(4);
        scale.next();
        assertEquals(0, scale.returns().count());
        scale.scaled(8);
        assertEquals(1, scale.returns().count());
        assertEquals(10, scale.returns().mean(0), 1e-12);
    }

    @Test
    void theScaleStandsStillUntilItIsToldOtherwise() {
        RewardScale scale = new RewardScale(ACTIVE);
        assertEquals(7, scale.scaled(7));
        assertEquals(-300, scale.scaled(-300));
        Moments returns = new Moments(1);
        returns.add(1.0);
        returns.add(9.0);
        scale.use(returns);
        // The deviation is 4.
        assertEquals(1.75f, scale.scaled(7));
        assertEquals(-75, scale.scaled(-300));
        scale.next();
        scale.begin();
        assertEquals(1.75f, scale.scaled(7));
    }

    @Test
    void returnsThatAreAllAlikeScaleNothing() {
        RewardScale scale = new RewardScale(ACTIVE);
        Moments returns = new Moments(1);
        scale.use(returns);
        assertEquals(7, scale.scaled(7));
        returns.add(3.0);
        returns.add(3.0);
        scale.use(returns);
        assertEquals(7, scale.scaled(7));
    }
}
