package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.network.Moments;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WeightsExchangeTest {

    private final WeightsExchange exchange =
            new WeightsExchange(LearnerConfigs.actorCritic().network().fresh(3, 2, new RandomStream(1)));

    @Test
    void nothingIsTakenBeforeSomethingIsOffered() {
        assertFalse(exchange.take());
        assertEquals(0, exchange.playing().version);
    }

    @Test
    void theNewestOfferIsTakenOnce() {
        offer(1);
        offer(2);
        assertEquals(0, exchange.playing().version);
        assertTrue(exchange.take());
        assertEquals(2, exchange.playing().version);
        assertFalse(exchange.take());
        assertEquals(2, exchange.playing().version);
        offer(3);
        assertTrue(exchange.take());
        assertEquals(3, exchange.playing().version);
    }

    /** Each version fills all weights with its number: mixed or older ones would show. */
    @Test
    void aGameSeesWholeVersionsInAscendingOrder() throws InterruptedException {
        int last = 20_000;
        Thread learner = new Thread(() -> {
            for (int version = 1; version <= last; version++) {
                offer(version);
            }
        });
        learner.start();
        long before = 0;
        while (before < last) {
            if (exchange.take()) {
                long version = exchange.playing().version;
                assertTrue(version > before, version + " after " + before);
                before = version;
                for (float[] line : exchange.playing().network.lines()) {
                    for (float weight : line) {
                        assertEquals((float) version, weight);
                    }
                }
            }
        }
        learner.join();
    }

    private void offer(int version) {
        WeightsExchange.Copy spare = exchange.spare();
        PolicyNetwork network = spare.network;
        for (float[] line : network.lines()) {
            Arrays.fill(line, version);
        }
        spare.describe(version, 0, 0, new Moments(1));
        exchange.offer();
    }
}
