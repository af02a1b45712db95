package io.github.gdxagents.pong.atari;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.pong.vision.BallArrival;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.PictureObservation;

/**
 * Atari Pong as an environment, on any console: the agent is the right player, a reward is a point won (1) or lost (−1), every
 * point cuts the return, and 21 points end the episode.
 *
 * <p>Skipped frames, sticky actions and the random start are done here, from the episode's stream, in this order: at the reset what
 * the console draws (the emulator and the built-in court: nothing), then one draw for the number of no-ops (if there may be any); at
 * each decision one draw for the number of frames (if it varies), then one draw for each frame (if actions are sticky). So two
 * consoles that behave alike give the same episodes.
 */
public final class AtariEnvironment implements Environment {

    /**
     * Frames after which an episode is cut short. In its frame 65,210 the cartridge's own frame counter has wrapped and the game
     * stops for good (title mode); only endless rallies get there.
     */
    public static final int MAX_FRAMES = 65_200;

    private final AtariConsole console;
    private final AtariProtocol protocol;
    private final BinaryImage picture = new BinaryImage();
    private final BinaryImage before = new BinaryImage();
    private final PictureObservation observation;
    private final boolean readsMemory;

    private RandomStream random = new RandomStream(0);
    private ConsoleAction lastAction = ConsoleAction.NOOP;
    private int frames;
    private float reward;
    private int event = BallArrival.NONE;
    private boolean ended = true;

    /**
     * An environment.
     *
     * @param console what is played on; closed with the environment
     * @param game how it is played, and what the agent sees of it
     * @throws IllegalArgumentException if the agent would see the memory of a console that shows none
     */
    public AtariEnvironment(AtariConsole console, AtariGame game) {
        if (game.observation().readsMemory() && !console.hasMemory()) {
            throw new IllegalArgumentException(
                    "observation " + game.observation() + " needs a console whose memory can be read");
        }
        this.console = console;
        this.protocol = game.protocol();
        this.observation = game.observation().observation(protocol.actions().size());
        this.readsMemory = game.observation().readsMemory();
    }

    @Override
    public ObservationSpec observationSpec() {
        return ObservationSpec.features(observation.size());
    }

    @Override
    public ActionSpec actionSpec() {
        return ActionSpec.discrete(protocol.actions().size());
    }

    @Override
    public void reset(RandomStream episodeRandom) {
        random = episodeRandom;
        lastAction = ConsoleAction.NOOP;
        reward = 0;
        event = BallArrival.NONE;
        ended = false;
        console.reset(random);
        int noOps = protocol.maxNoOps() == 0 ? 0 : random.below(protocol.maxNoOps() + 1);
        for (frames = 0; frames < noOps && !console.gameOver(); frames++) {
            console.act(ConsoleAction.NOOP);
        }
        look();
        observation.start(picture);
    }

    private void look() {
        console.picture(picture);
        if (readsMemory) {
            console.memory(observation.memory());
        }
    }

    @Override
    public void observe(Observation into) {
        observation.observe(into.features());
    }

    /**
     * True while the ball is in sight. Between a point and the next serve a choice makes next to no difference: after the serve
     * there is time to bring the paddle anywhere.
     */
    @Override
    public boolean decisive() {
        return picture.ballCount() > 0;
    }

    @Override
    public int events() {
        return BallArrival.KINDS;
    }

    /** {@inheritDoc} Here: where the ball came to a paddle. */
    @Override
    public int event() {
        return event;
    }

    @Override
    public Outcome step(Action action) {
        if (ended) {
            throw new IllegalStateException("the episode is over: reset comes before the next step");
        }
        ConsoleAction chosen = protocol.actions().get(action.choice());
        int skip = protocol.drawSkip(random);
        int points = 0;
        for (int frame = 0; frame < skip && !console.gameOver() && frames < MAX_FRAMES; frame++) {
            if (protocol.sticky() == 0 || random.uniform() >= protocol.sticky()) {
                lastAction = chosen;
            }
            points += console.act(lastAction);
            frames++;
        }
        reward = points;
        before.copyFrom(picture);
        look();
        event = BallArrival.between(before, picture);
        observation.next(action.choice(), picture);
        Outcome outcome = outcome(points);
        ended = outcome.ended();
        return outcome;
    }

    private Outcome outcome(int points) {
        if (console.gameOver()) {
            return Outcome.TERMINATED;
        }
        if (frames >= MAX_FRAMES) {
            return Outcome.TRUNCATED;
        }
        return points == 0 ? Outcome.RUNNING : Outcome.CUT;
    }

    @Override
    public float reward() {
        return reward;
    }

    @Override
    public void close() {
        console.close();
    }
}
