package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.ActionDistribution;
import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.network.SparseVector;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.random.Seeds;
import java.util.Arrays;

/**
 * One game that goes on over many updates, and the piece of it that the present update learns from. One thread at a time; nothing
 * is allocated once the arrays are large enough.
 *
 * <p>What happens depends on (seed, number of the game, number of the episode, number of the update) and the weights alone. So the
 * place where an update begins is remembered as the number of the episode and the actions taken in it: playing them again leads
 * there.
 */
final class GameRollout implements AutoCloseable {

    private final int number;
    private final long seed;
    private final int length;
    private final double gamma;
    private final Environment environment;
    private final SparseVector observation;
    private final SparseVector cutOff;
    private final ForwardPass pass;
    private final ActionDistribution distribution;
    private final float[] probabilities;
    private final float[] logProbabilities;

    private final Trajectory trajectory = new Trajectory();
    private final float[] values;
    private final float[] logLikelihoods;
    private final boolean[] decisive;
    private final int[] events;
    private final double[] scores;
    private final int[] scoreTimes;
    private final long[] lengths;
    private int finished;
    private float nextValue;

    private long episode = -1;
    private double score;
    private boolean playing;
    private RandomStream actionChance = new RandomStream(0);
    private int[] actions = new int[1024];
    private int actionCount;

    // Where the present update began.
    private long startEpisode = -1;
    private int[] startActions = new int[1024];
    private int startActionCount;

    GameRollout(int number, long seed, Environment environment, PolicyNetwork network, LearnerConfig config) {
        this.number = number;
        this.seed = seed;
        this.length = config.actorCritic().rollout();
        this.gamma = config.gamma();
        this.environment = environment;
        this.observation = new SparseVector(environment.observationSize());
        this.cutOff = new SparseVector(environment.observationSize());
        this.pass = new ForwardPass(network);
        this.distribution = network.spec().output().distribution();
        this.probabilities = new float[network.spec().actions()];
        this.logProbabilities = new float[network.spec().actions()];
        this.values = new float[length];
        this.logLikelihoods = new float[length];
        this.decisive = new boolean[length];
        this.events = new int[length];
        this.scores = new double[length];
        this.scoreTimes = new int[length];
        this.lengths = new long[length];
    }

    boolean complete() {
        return trajectory.length() == length;
    }

    /** Plays on, at most so many decisions; afterwards the rollout is complete or not. */
    void advance(long update, int most) {
        if (trajectory.length() == 0) {
            actionChance = Seeds.stream(seed, Seeds.Purpose.ACTIONS, update, number);
        }
        for (int i = 0; i < most && !complete(); i++) {
            if (!playing) {
                startEpisode(episode + 1);
            }
            decide();
        }
        if (complete()) {
            environment.observe(observation);
            pass.forward(observation);
            nextValue = pass.value();
        }
    }

    private void decide() {
        int t = trajectory.length();
        decisive[t] = environment.decisive();
        environment.observe(observation);
        float[] logits = pass.forward(observation);
        values[t] = pass.value();
        distribution.probabilities(logits, probabilities, logProbabilities);
        int action = ActionDistribution.sample(probabilities, actionChance);
        logLikelihoods[t] = logProbabilities[action];
        if (actionCount == actions.length) {
            actions = Arrays.copyOf(actions, 2 * actionCount);
        }
        actions[actionCount++] = action;
        Outcome outcome = environment.step(action);
        events[t] = environment.event();
        float reward = environment.reward();
        score += reward;
        if (outcome == Outcome.TRUNCATED) {
            // The game could have gone on: what it would have brought counts, as far as it is foreseen.
            addTruncated(action, reward);
        } else {
            trajectory.add(observation, action, reward, outcome != Outcome.RUNNING);
        }
        if (outcome.ended()) {
            scores[finished] = score;
            lengths[finished] = actionCount;
            scoreTimes[finished++] = t;
            playing = false;
        }
    }

    private void addTruncated(int action, float reward) {
        environment.observe(cutOff);
        pass.forward(cutOff);
        trajectory.add(observation, action, (float) (reward + gamma * pass.value()), true);
    }

    private void startEpisode(long next) {
        episode = next;
        score = 0;
        actionCount = 0;
        playing = true;
        environment.reset(Seeds.stream(seed, Seeds.Purpose.ENVIRONMENT, episode, number));
    }

    /** The update is over: the next piece begins here. */
    void next() {
        trajectory.clear();
        finished = 0;
        startEpisode = playing ? episode : episode + 1;
        startActionCount = playing ? actionCount : 0;
        if (startActions.length < startActionCount) {
            startActions = new int[actions.length];
        }
        System.arraycopy(actions, 0, startActions, 0, startActionCount);
    }

    /** Where the present update began. */
    GameProgress progress() {
        return new GameProgress(Math.max(0, startEpisode), Arrays.copyOf(startActions, startActionCount));
    }

    /** Goes to where an update began in an earlier life of the run, by playing the same actions again. */
    void restore(GameProgress progress) {
        startEpisode(progress.episode());
        for (int action : progress.actions()) {
            if (action < 0 || action >= environment.actions()) {
                throw new IllegalArgumentException(
                        "action " + action + " of game " + number + ", expected 0 to " + (environment.actions() - 1));
            }
            if (environment.step(action).ended()) {
                throw new IllegalArgumentException(
                        "game " + number + " ends before all its actions are played again: it is another game");
            }
            score += environment.reward();
        }
        actions = Arrays.copyOf(progress.actions(), Math.max(1024, progress.actions().length));
        actionCount = progress.actions().length;
        next();
    }

    Trajectory trajectory() {
        return trajectory;
    }

    float[] values() {
        return values;
    }

    /** V of the observation after the last decision. */
    float nextValue() {
        return nextValue;
    }

    float logLikelihood(int t) {
        return logLikelihoods[t];
    }

    /**
     * The next event after each decision, as far as it is known and not beyond a cut or a decision that does not matter; −1 for
     * none.
     */
    void foreseen(int[] into, int offset) {
        int next = -1;
        for (int t = length - 1; t >= 0; t--) {
            next = trajectory.cut(t) || !decisive[t] ? -1 : next;
            next = decisive[t] && events[t] >= 0 ? events[t] : next;
            into[offset + t] = next;
        }
    }

    boolean isDecisive(int t) {
        return decisive[t];
    }

    /** How many episodes ended in this piece. */
    int finished() {
        return finished;
    }

    FinishedEpisode finished(int index) {
        return new FinishedEpisode(scores[index], lengths[index]);
    }

    /** The decision that ended an episode. */
    int scoreTime(int index) {
        return scoreTimes[index];
    }

    @Override
    public void close() {
        environment.close();
    }
}
