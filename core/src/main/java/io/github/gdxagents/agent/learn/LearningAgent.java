package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.network.PolicyHead;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.random.Seeds;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationCheck;
import io.github.gdxagents.agent.space.ObservationHistory;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An agent that learns in the game that it plays, while the game runs. The game's loop calls it; it never calls the game:
 *
 * <pre>{@code
 * // at each fixed tick
 * if (clock.tick()) {                          // a DecisionClock: every few ticks
 *     Observation seen = agent.observation();  // all zero, everything allowed
 *     seen.set("height", ship.height());
 *     action = agent.act();
 * }
 * ship.steer(action.choice());
 * agent.reward(ship.step());
 * if (ship.landed() || ship.crashed()) {
 *     agent.endEpisode(Outcome.TERMINATED);
 *     agent.takeWeights();                     // whenever it suits the game
 *     clock.begin();
 *     ship.reset();
 * }
 * }</pre>
 *
 * <p>The game's thread looks, acts and records. It takes no lock, never waits for the learner, and allocates nothing once the
 * arrays are large enough. Recordings are pieces of {@link ActorCriticConfig#rollout()} decisions; the learner takes them over, in its own thread or in
 * {@link #learn()}, and offers finished weights. They play from {@link #takeWeights()} on. If the learner is so far behind that there is no free
 * piece, the game goes on and what it plays is not recorded ({@link #isBehind()}, {@link LearningReport#dropped()}).
 *
 * <p>If scores become worse than before beyond noise, the old weights come back: see {@link LearningAgentBuilder#rollbackEpisodes}.
 *
 * <p>Every agent belongs to one thread, the game's. Several agents may share a learner: {@link #another()}.
 */
public final class LearningAgent implements AutoCloseable {

    private final ObservationSpec observations;
    private final ActionSpec actions;
    private final LearnerConfig config;
    private final long seed;
    private final InPlaceLearner learner;
    private final @Nullable BackgroundLearner thread;
    private final boolean first;
    private final AtomicLong agents;
    private final Seat seat;

    private final Observation observation;
    private final ObservationHistory history;
    private final PolicyHead head;
    private final Action action;
    private final RandomStream random;
    private @Nullable Agent leader;
    /** Whether the leader was told of the present episode. */
    private boolean leaderKnows;

    // Of the episode in progress.
    private boolean playing;
    private boolean observed;
    private boolean led;
    private long begunWith;
    private double score;

    // Of the decision in progress, and the piece that it belongs to.
    private @Nullable Recording recording;
    private boolean open;
    private boolean unbroken;
    private boolean cut;
    private double reward;

    private final RecentScores scores = new RecentScores();
    private long decisions;
    private long recorded;
    private long dropped;
    private long episodes;
    private boolean closed;

    LearningAgent(
            ObservationSpec observations,
            ActionSpec actions,
            LearnerConfig config,
            long seed,
            InPlaceLearner learner,
            @Nullable BackgroundLearner thread,
            Seat seat) {
        this(observations, actions, config, seed, learner, thread, true, new AtomicLong(), seat);
    }

    private LearningAgent(
            ObservationSpec observations,
            ActionSpec actions,
            LearnerConfig config,
            long seed,
            InPlaceLearner learner,
            @Nullable BackgroundLearner thread,
            boolean first,
            AtomicLong agents,
            Seat seat) {
        this.observations = observations;
        this.actions = actions;
        this.config = config;
        this.seed = seed;
        this.learner = learner;
        this.thread = thread;
        this.first = first;
        this.agents = agents;
        this.seat = seat;
        this.observation = new Observation(observations, actions);
        this.history = new ObservationHistory(observations);
        this.head = new PolicyHead(seat.weights.playing().network.spec());
        this.action = new Action(actions);
        this.random = Seeds.stream(seed, Seeds.Purpose.ACTIONS, 0, agents.getAndIncrement());
        learner.add(seat);
    }

    /**
     * Begins to describe an agent.
     *
     * @param observations what it sees
     * @param actions what it may do
     * @return what else may be chosen
     */
    public static LearningAgentBuilder builder(ObservationSpec observations, ActionSpec actions) {
        return new LearningAgentBuilder(observations, actions);
    }

    /**
     * A further agent with the same learner, for another copy of the game: each has its own observation, episode and score, and learns
     * from what all of them play. Closing it ends its own part, closing the first one ends the learner.
     *
     * @return a new agent that plays with the same weights
     */
    public LearningAgent another() {
        checkOpen();
        WeightsExchange.Copy now = seat.weights.playing();
        Seat own = new Seat(config, observations, actions, now.network);
        own.weights.playing().describe(now.version, now.updates, now.decisions, now.returns);
        return new LearningAgent(observations, actions, config, seed, learner, thread, false, agents, own);
    }

    /**
     * The observation, to be written before each {@link #act()}, and before an episode is cut short. The first call after a decision
     * clears it: all zero, everything allowed. Further calls before the next decision give it as it is.
     *
     * @return the agent's own
     */
    public Observation observation() {
        checkOpen();
        if (!observed) {
            observation.clear();
            observed = true;
        }
        return observation;
    }

    /**
     * Decides what to do now, and records it. The first decision after an episode's end begins the next episode.
     *
     * @return the agent's own, overwritten by the next decision
     * @throws IllegalStateException if {@link #observation()} was not called since the last decision, or if another agent ({@link
     *     #handOver}) chose what is forbidden
     * @throws IllegalArgumentException if the observation has a number that is not finite, or forbids all choices of a branch; the message
     *     names it; or if it has features where the spec has none. Nothing has happened: the observation may be mended
     */
    public Action act() {
        checkOpen();
        if (!observed) {
            throw new IllegalStateException("observation() must be called and written before each act()");
        }
        ObservationCheck.check(observation, actions);
        Agent other = leader;
        if (other != null) {
            follow(other);
        }
        if (!playing) {
            beginEpisode();
        }
        SparseVector input = history.input(observation);
        if (open) {
            endDecision(cut ? Outcome.CUT : Outcome.RUNNING, input);
        }
        reward = 0;
        cut = false;
        if (other == null) {
            decide(input);
        } else {
            led = true;
            unbroken = false;
        }
        history.advance();
        decisions++;
        observed = false;
        return action;
    }

    private void beginEpisode() {
        history.begin();
        playing = true;
        led = false;
        begunWith = seat.weights.playing().version;
        score = 0;
    }

    /** Lets another agent choose; before anything else has happened, so that a refusal changes nothing. */
    private void follow(Agent other) {
        if (!leaderKnows) {
            other.begin();
            leaderKnows = true;
        }
        other.act(observation, action);
        if (!observation.mask().allows(action)) {
            throw new IllegalStateException(
                    "the agent that plays in this one's place chose what is forbidden now: " + action);
        }
    }

    private void decide(SparseVector input) {
        WeightsExchange.Copy playingWith = seat.weights.playing();
        head.read(playingWith.pass.forward(input), observation.mask());
        head.sample(random, action);
        Recording into = recording;
        if (into == null) {
            into = seat.recordings.free();
            if (into == null) {
                dropped++;
                unbroken = false;
                return;
            }
            into.begin(playingWith.version, unbroken);
            recording = into;
        }
        into.add(input, observation.mask(), action, (float) head.logLikelihood(action));
        open = true;
        unbroken = true;
        recorded++;
    }

    /** Says what came of the decision in progress; {@code next} is what is seen after it, null if nothing follows. */
    private void endDecision(Outcome outcome, @Nullable SparseVector next) {
        Recording into = recording;
        if (into == null) {
            return;
        }
        open = false;
        // Nothing more will be recorded of this episode's next decisions: for the learner it is cut short here.
        boolean breaksOff = outcome == Outcome.RUNNING && !into.isFull() && leader != null;
        Outcome end = breaksOff ? Outcome.TRUNCATED : outcome;
        into.end((float) reward, end);
        if (next != null && (end == Outcome.TRUNCATED || (end == Outcome.RUNNING && into.isFull()))) {
            into.addAfterwards(next);
        }
        if (into.isFull()) {
            seat.recordings.handOver();
            recording = null;
        }
    }

    /**
     * Adds to the reward of the last decision, and to the score. As often as wanted between two decisions.
     *
     * @param amount any finite number
     * @throws IllegalStateException if no episode is in progress
     * @throws IllegalArgumentException if it is not finite, or the sum since the last decision would no longer be, as a float; nothing
     *     was added
     */
    public void reward(float amount) {
        checkPlaying("reward");
        if (!Float.isFinite(amount)) {
            throw new IllegalArgumentException("a reward must be a finite number, but was " + amount);
        }
        if (!Float.isFinite((float) (reward + amount))) {
            throw new IllegalArgumentException(
                    "the rewards of one decision must have a finite sum, but were " + reward + " and " + amount);
        }
        reward += amount;
        score += amount;
    }

    /**
     * Says that what comes has nothing to do with the last decision, though the episode goes on: in Pong, a point was scored. Returns end
     * here ({@link Outcome#CUT}).
     *
     * @throws IllegalStateException if no episode is in progress
     */
    public void cut() {
        checkPlaying("cut");
        cut = true;
    }

    /**
     * Ends the episode. {@link Outcome#TERMINATED}: by the rules of the game, nothing more was to be gained. {@link Outcome#TRUNCATED}:
     * for another reason, such as a limit of time or a player who leaves; what the game would still have brought counts as far as the critic
     * foresees it from the last observation; nothing if the last decision was {@link #cut()}.
     *
     * @param outcome one of the two
     * @throws IllegalStateException if no episode is in progress, or if it is cut short and {@link #observation()} was not called since
     *     the last decision
     * @throws IllegalArgumentException if it is another outcome, or the last observation cannot be learned from
     */
    public void endEpisode(Outcome outcome) {
        checkPlaying("endEpisode");
        if (!outcome.ended()) {
            throw new IllegalArgumentException("an episode ends TERMINATED or TRUNCATED, but not " + outcome);
        }
        boolean cutShort = outcome == Outcome.TRUNCATED;
        if (cutShort && !observed) {
            throw new IllegalStateException(
                    "observation() must be called and written before an episode is cut short: it shows where the game stood");
        }
        if (cutShort) {
            ObservationCheck.check(observation, actions);
        }
        Recording into = recording;
        if (into != null && !led) {
            into.addEpisode(score, begunWith);
        }
        if (open) {
            // Nothing beyond a cut belongs to the last decision, though the game could have gone on.
            boolean worthMore = cutShort && !cut;
            endDecision(worthMore ? outcome : Outcome.TERMINATED, worthMore ? history.input(observation) : null);
        }
        if (!led) {
            scores.add(score);
        }
        episodes++;
        reward = 0;
        cut = false;
        playing = false;
        observed = false;
        leaderKnows = false;
    }

    /**
     * Goes on with the newest finished weights, if there are any that this agent has not had. Costs an exchange of a reference. A good moment
     * is between two episodes, so that each is played by one policy; any other is allowed.
     *
     * @return whether there were
     */
    public boolean takeWeights() {
        checkOpen();
        return seat.weights.take();
    }

    /**
     * Learns in the caller's thread from what is complete, at most one update: for agents without a thread of their own. The update is over
     * when the method returns; its weights play after {@link #takeWeights()}.
     *
     * @return whether an update was made
     * @throws IllegalStateException if there is a thread that learns
     * @throws TrainingException if a gradient or the new weights are not finite; the old ones go on playing
     */
    public boolean learn() {
        checkOpen();
        if (thread != null) {
            throw new IllegalStateException("this agent learns in the background; learn() is for background(false)");
        }
        long before = learner.progress().updates();
        while (learner.progress().updates() == before) {
            if (!learner.work()) {
                return false;
            }
        }
        return true;
    }

    /**
     * From here on another agent decides in this one's place: a rule of thumb, a person. Nothing is learned from what it does, since this
     * way of learning needs the policy's own actions; what it plays counts as episodes and decisions, not as scores.
     *
     * @param other decides from the next {@link #act()} on; before its first decision, and before the first of each later episode, it is told
     *     that an episode begins
     */
    public void handOver(Agent other) {
        checkOpen();
        leader = other;
        leaderKnows = false;
    }

    /** From here on the policy decides again. */
    public void takeBack() {
        checkOpen();
        leader = null;
    }

    /**
     * What the policy said behind the last action that was its own: probabilities, means, deviations.
     *
     * @return the agent's own, overwritten by the next decision
     */
    public PolicyHead head() {
        return head;
    }

    /**
     * Whether the next decision of this agent would not be recorded, since the learner has not yet taken over what was; others of the same
     * learner may still have room. A game that runs faster than people can watch may wait for a moment, as long as there is no {@link
     * #failure()}: after one nothing more is taken over.
     *
     * @return whether the learner is behind with what this agent has played
     */
    public boolean isBehind() {
        Recording into = recording;
        if (into == null) {
            return seat.recordings.free() == null;
        }
        // The last decision of a full one is open until the next: that one needs another recording.
        return into.isFull() && !seat.recordings.hasAnother();
    }

    /**
     * Why the learner's thread has ended by itself: an error, or numbers that were no longer finite. The agent goes on playing with the
     * weights that it has.
     *
     * @return the cause; empty while all is well
     */
    public Optional<Throwable> failure() {
        return thread == null ? Optional.empty() : Optional.ofNullable(thread.failure());
    }

    /**
     * A copy of the weights that this agent plays with, with their normaliser: to be kept, or to play elsewhere.
     *
     * @return a new network
     */
    public PolicyNetwork network() {
        return seat.weights.playing().network.copy();
    }

    /**
     * All that {@link LearningAgentBuilder#resume} needs to go on from the weights that this agent plays with, in another run of the game. The
     * optimiser's memory is not in it: that is the learner's and still moving; it builds up again within an update or two.
     *
     * @return a copy; also fit for a checkpoint, from which a {@link Trainer} without a window can go on
     */
    public TrainerState state() {
        WeightsExchange.Copy now = seat.weights.playing();
        return new TrainerState(
                now.updates,
                episodes,
                now.decisions,
                scores.toList(),
                now.network.parameters(),
                0,
                InPlaceLearner.noMemory(config, now.network),
                Map.of(),
                Collections.nCopies(config.actorCritic().games(), new GameProgress(0, new int[0], new float[0])),
                now.network.normaliser().toList(),
                now.returns.toList());
    }

    /**
     * How it gets on. Makes a record; for a display at each frame there are {@link #meanScore}, {@link #episodes()}, {@link #updates()} and
     * {@link #rollbacks()}, which allocate nothing.
     *
     * @return the numbers of this moment
     */
    public LearningReport report() {
        LearnerProgress progress = learner.progress();
        return new LearningReport(
                decisions,
                recorded,
                dropped,
                episodes,
                scores.mean(20),
                scores.mean(),
                progress.recordMean(),
                progress.updates(),
                progress.decisions(),
                weightsVersion(),
                progress.version(),
                progress.rollbacks(),
                progress.loss().policy(),
                progress.loss().value(),
                progress.loss().entropy(),
                progress.loss().kl());
    }

    /**
     * Mean score of the last episodes that the policy played alone.
     *
     * @param last how many, 1 to 100
     * @return over all if there are fewer; NaN before the first
     */
    public double meanScore(int last) {
        return scores.mean(last);
    }

    /**
     * The score of the episode in progress, or of the last one if none is.
     *
     * @return the sum of its rewards
     */
    public double score() {
        return score;
    }

    /**
     * Episodes of this agent that have ended.
     *
     * @return 0 or more
     */
    public long episodes() {
        return episodes;
    }

    /**
     * Decisions of this agent.
     *
     * @return 0 or more
     */
    public long decisions() {
        return decisions;
    }

    /**
     * Updates that the learner has made.
     *
     * @return 0 or more
     */
    public long updates() {
        return learner.progress().updates();
    }

    /**
     * How often older weights came back.
     *
     * @return 0 or more
     */
    public long rollbacks() {
        return learner.progress().rollbacks();
    }

    /**
     * Number of the weights that this agent plays with.
     *
     * @return 0 for the first ones
     */
    public long weightsVersion() {
        return seat.weights.playing().version;
    }

    /**
     * Ends the learner's thread, an update in progress included, within milliseconds; weights that were finished and not taken can still be
     * taken before. A further agent ({@link #another()}) only leaves its learner. Closing twice does nothing.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        learner.remove(seat);
        if (first && thread != null) {
            thread.close();
        }
    }

    private void checkPlaying(String call) {
        checkOpen();
        if (!playing) {
            throw new IllegalStateException(call + "() belongs to an episode: act() must come first");
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("this agent is closed");
        }
    }
}
