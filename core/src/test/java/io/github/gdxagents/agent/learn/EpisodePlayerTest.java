package io.github.gdxagents.agent.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import org.junit.jupiter.api.Test;

class EpisodePlayerTest {

    private final PolicyNetwork network = LearnerConfigs.small().network().fresh(4, 3, new RandomStream(1));

    @Test
    void anEpisodeInPiecesIsTheEpisodeAtOnce() {
        Trajectory whole = new Trajectory();
        Trajectory pieces = new Trajectory();
        try (EpisodePlayer player = player(100)) {
            player.start(new RandomStream(1), new RandomStream(2), whole);
            assertTrue(player.advance(1000));
            double score = player.score();
            assertEquals(100, player.decisions());

            player.start(new RandomStream(1), new RandomStream(2), pieces);
            int turns = 1;
            while (!player.advance(7)) {
                turns++;
            }
            assertEquals(15, turns);
            assertEquals(score, player.score());
            assertEquals(score, pieces.score());
            assertEquals(100, player.decisions());
        }
        for (int t = 0; t < 100; t++) {
            assertEquals(whole.action(t), pieces.action(t));
            assertEquals(whole.reward(t), pieces.reward(t));
            assertTrue(whole.cut(t), "every decision of the bandit stands alone, the last one too");
        }
    }

    @Test
    void aNewStartForgetsTheLastEpisode() {
        Trajectory recording = new Trajectory();
        try (EpisodePlayer player = player(100)) {
            player.start(new RandomStream(1), new RandomStream(2), recording);
            assertFalse(player.advance(60));
            player.start(new RandomStream(1), new RandomStream(2), recording);
            assertTrue(player.advance(100));
        }
        assertEquals(100, recording.length());
    }

    @Test
    void playingAndRecordingAllocateNothingOnceWarm() {
        RandomStream chance = new RandomStream(1);
        RandomStream actions = new RandomStream(2);
        Trajectory recording = new Trajectory();
        try (EpisodePlayer player = player(500)) {
            Runnable episode = () -> {
                player.start(chance, actions, recording);
                player.advance(500);
            };
            assertEquals(0, AllocatedBytes.leastOf(100, episode));
        }
    }

    private EpisodePlayer player(int steps) {
        return new EpisodePlayer(new BanditEnvironment(4, 3, steps, steps), network, ActionChoice.SAMPLE);
    }
}
