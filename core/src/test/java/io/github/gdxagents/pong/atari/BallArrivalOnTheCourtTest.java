package io.github.gdxagents.pong.atari;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Actions;
import io.github.gdxagents.pong.vision.BallArrival;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.PictureObservationSpec;
import org.junit.jupiter.api.Test;

class BallArrivalOnTheCourtTest {

    private static final int FRAMES = 60_000;

    /**
     * Looks at every fourth frame as an agent does, and at all the frames after an event: near the column of the paddle (10 or
     * 69, where it may turn) the ball is where it was foreseen.
     */
    @Test
    void theBallArrivesWhereItIsForeseen() {
        AtariCourt court = new AtariCourt();
        AtariPainter painter = new AtariPainter();
        RandomStream random = new RandomStream(3);
        BinaryImage before = new BinaryImage();
        BinaryImage now = new BinaryImage();
        int pending = BallArrival.NONE;
        int[] arrivals = new int[2];
        int[] good = new int[2];
        for (int frame = 0; frame < FRAMES && !court.gameOver(); frame++) {
            CourtStates.play(court, random);
            if (court.gameOver()) {
                court.reset();
                before.clear();
                pending = BallArrival.NONE;
            }
            painter.picture(court, now);
            if (pending != BallArrival.NONE && now.ballCount() > 0) {
                int side = pending / 40;
                int column = now.ball(0) % 80;
                if (side == 0 ? column <= 11 : column >= 68) {
                    double row = (now.ball(0) / 80 + now.ball(now.ballCount() - 1) / 80) / 2.0;
                    arrivals[side]++;
                    good[side] += Math.abs(row / 2 - (pending % 40 + 0.5)) <= 2.5 ? 1 : 0;
                    pending = BallArrival.NONE;
                }
            }
            if (frame % 4 == 0) {
                int kind = BallArrival.between(before, now);
                assertTrue(kind >= -1 && kind < BallArrival.KINDS, "kind " + kind);
                pending = kind == BallArrival.NONE ? pending : kind;
                before.copyFrom(now);
            }
        }
        for (int side = 0; side < 2; side++) {
            assertTrue(arrivals[side] > 100, arrivals[side] + " arrivals on side " + side);
            assertTrue(good[side] > 0.95 * arrivals[side], good[side] + " of " + arrivals[side] + " on side " + side);
        }
    }

    @Test
    void anEnvironmentTellsTheArrivalsInItsPictures() {
        CourtConsole console = new CourtConsole(new AtariCourt());
        AtariGame game = new AtariGame(AtariProtocol.pongV0().withMaxNoOps(30), PictureObservationSpec.difference());
        int found = 0;
        try (AtariEnvironment environment = new AtariEnvironment(console, game)) {
            assertEquals(80, environment.events());
            BinaryImage before = new BinaryImage();
            BinaryImage now = new BinaryImage();
            RandomStream random = new RandomStream(5);
            for (int episode = 0; episode < 2; episode++) {
                environment.reset(new RandomStream(episode));
                assertEquals(BallArrival.NONE, environment.event());
                console.picture(before);
                // The second episode begins right after an event.
                for (int step = 0; step < 2000 && (step < 500 || environment.event() < 0); step++) {
                    if (environment.step(Actions.choice(2, random.below(2))).ended()) {
                        break;
                    }
                    console.picture(now);
                    assertEquals(BallArrival.between(before, now), environment.event());
                    found += environment.event() >= 0 ? 1 : 0;
                    before.copyFrom(now);
                }
                assertTrue(environment.event() >= 0, "in the middle of a game");
            }
        }
        assertTrue(found > 20, found + " events");
    }
}
