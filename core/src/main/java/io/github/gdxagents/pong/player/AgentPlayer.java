package io.github.gdxagents.pong.player;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.PolicyAgent;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.atari.AtariGame;
import io.github.gdxagents.pong.atari.ConsoleAction;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.PictureObservation;

/**
 * A trained policy as a player: it sees the court's picture as in training, mirrored where it plays on the left, decides, and holds
 * its move for the ticks that a decision lasts. It decides and sees exactly as in
 * {@link io.github.gdxagents.pong.atari.AtariEnvironment}; sticky actions and random starts are the training's and left out.
 *
 * <p>One thread at a time; {@link #move} allocates nothing.
 */
public final class AgentPlayer implements Player {

    private final Side side;
    private final AtariGame game;
    private final ActionChoice choice;
    private final RandomStream random;
    private final PictureObservation observation;
    private final ObservationSpec sees;
    private final Observation seen;
    private final Action act;
    /** A copy, so that another policy leaves those of the last choice alone. */
    private final float[] probabilities;

    private final BinaryImage court = new BinaryImage();
    private final BinaryImage mirrored = new BinaryImage();

    private PolicyNetwork network;
    private PolicyNetwork decidedWith;
    private PolicyAgent agent;
    private int action;
    private int ticksLeft;
    private boolean begun;
    private long decisions;

    /**
     * A player.
     *
     * @param side where it plays
     * @param network its policy
     * @param game how the policy was trained: what it sees, what it chooses from and how long a decision lasts
     * @param choice whether it draws its actions or takes the most probable ones
     * @param random where its draws come from
     * @throws IllegalArgumentException if the policy does not fit the game, or sees a console's memory
     */
    public AgentPlayer(Side side, PolicyNetwork network, AtariGame game, ActionChoice choice, RandomStream random) {
        if (game.observation().readsMemory()) {
            throw new IllegalArgumentException("this policy sees the emulator's memory; a court has none");
        }
        this.side = side;
        this.game = game;
        this.choice = choice;
        this.random = random;
        this.observation =
                game.observation().observation(game.protocol().actions().size());
        this.sees = ObservationSpec.features(observation.size());
        ActionSpec actions = ActionSpec.discrete(game.protocol().actions().size());
        this.seen = new Observation(sees, actions);
        this.act = new Action(actions);
        this.probabilities = new float[game.protocol().actions().size()];
        requireFits(network);
        this.network = network;
        this.decidedWith = network;
        this.agent = new PolicyAgent(network, sees, choice, random);
    }

    private void requireFits(PolicyNetwork other) {
        int actions = game.protocol().actions().size();
        if (!game.fits(other.spec())) {
            throw new IllegalArgumentException("the policy chooses between "
                    + other.spec().actions().choices() + " actions from "
                    + other.spec().inputs() + " inputs, but the game has "
                    + actions + " and " + observation.size());
        }
    }

    /**
     * From the next decision on plays with another policy; allocates.
     *
     * @param next a policy for the same game
     * @throws IllegalArgumentException if it does not fit
     */
    public void useNetwork(PolicyNetwork next) {
        requireFits(next);
        network = next;
        agent = new PolicyAgent(next, sees, choice, random);
    }

    @Override
    public void start(CourtView view) {
        begun = false;
        ticksLeft = 0;
        decisions = 0;
    }

    @Override
    public Move move(CourtView view) {
        if (ticksLeft == 0) {
            decide(view);
        }
        ticksLeft--;
        ConsoleAction chosen = game.protocol().actions().get(action);
        return Move.of(Move.FULL * chosen.direction(), chosen.fire());
    }

    private void decide(CourtView view) {
        view.picture(court);
        BinaryImage picture = court;
        if (side == Side.LEFT) {
            mirrored.mirrorOf(court);
            picture = mirrored;
        }
        if (begun) {
            observation.next(action, picture);
        } else {
            observation.start(picture);
            begun = true;
        }
        observation.observe(seen.features());
        decidedWith = network;
        agent.act(seen, act);
        action = act.choice();
        System.arraycopy(agent.probabilities(), 0, probabilities, 0, probabilities.length);
        decisions++;
        // In the order of the environment: first the action, then how long it lasts.
        ticksLeft = game.protocol().drawSkip(random);
    }

    /**
     * Where it plays.
     *
     * @return its side
     */
    public Side side() {
        return side;
    }

    /**
     * How its policy was trained.
     *
     * @return the game
     */
    public AtariGame game() {
        return game;
    }

    /**
     * Its policy.
     *
     * @return the network that it plays with now
     */
    public PolicyNetwork network() {
        return network;
    }

    /**
     * The policy behind its last choice, which {@link #useNetwork} leaves alone.
     *
     * @return the network that it decided with last; before the first decision the one that it began with
     */
    public PolicyNetwork decidedWith() {
        return decidedWith;
    }

    /**
     * Decisions since the match began.
     *
     * @return 0 or more
     */
    public long decisions() {
        return decisions;
    }

    /**
     * What it chose last.
     *
     * @return an action, 0 (inclusive) to the number of actions (exclusive)
     */
    public int action() {
        return action;
    }

    /**
     * The probabilities behind its last choice.
     *
     * @return one for each action; its own array, overwritten by the next decision
     */
    public float[] probabilities() {
        return probabilities;
    }

    /**
     * What it saw before its last choice.
     *
     * @return its own, overwritten by the next decision
     */
    public SparseVector seen() {
        return seen.features();
    }

    /**
     * The picture before its last choice, as the policy sees it: itself on the right.
     *
     * @return its own, overwritten by the next decision
     */
    public BinaryImage picture() {
        return side == Side.LEFT ? mirrored : court;
    }

    /**
     * What it would see if the present picture were another one; for asking which pixels matter.
     *
     * @param instead a picture in place of {@link #picture()}
     * @param into as long as {@link #seen()}, overwritten
     */
    public void seeInstead(BinaryImage instead, SparseVector into) {
        observation.observeInstead(instead, into);
    }
}
