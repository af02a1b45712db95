package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.Moments;
import io.github.gdxagents.agent.network.PolicyHead;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.random.Seeds;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationHistory;
import io.github.gdxagents.agent.space.SparseVector;

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
    private final double gamma;
    private final Environment environment;
    private final Observation observation;
    private final ObservationHistory history;
    private final ForwardPass pass;
    private final PolicyHead head;
    private final Action action;

    private final Rollout rollout;
    private final Moments seen;
    private final RewardScale rewards;
    private final double[] scores;
    private final int[] scoreTimes;
    private final long[] lengths;
    private int finished;

    private long episode = -1;
    private double score;
    private boolean playing;
    private RandomStream actionChance = new RandomStream(0);
    private final ActionRows actions;

    // Where the present update began.
    private long startEpisode = -1;
    private final ActionRows startActions;

    GameRollout(int number, long seed, Environment environment, PolicyNetwork network, LearnerConfig config) {
        this.number = number;
        this.seed = seed;
        this.gamma = config.gamma();
        this.environment = environment;
        this.observation = new Observation(environment.observationSpec(), environment.actionSpec());
        this.history = new ObservationHistory(environment.observationSpec());
        this.pass = new ForwardPass(network);
        this.head = new PolicyHead(network.spec());
        this.action = new Action(environment.actionSpec());
        int length = config.actorCritic().rollout();
        this.rollout = new Rollout(environment.actionSpec(), length);
        this.seen = new Moments(network.spec().normalised());
        this.rewards = new RewardScale(config);
        this.actions = new ActionRows(environment.actionSpec(), 1024);
        this.startActions = new ActionRows(environment.actionSpec(), 1024);
        this.scores = new double[length];
        this.scoreTimes = new int[length];
        this.lengths = new long[length];
    }

    boolean complete() {
        return rollout.complete();
    }

    /** Plays on, at most so many decisions; afterwards the rollout is complete or not. */
    void advance(long update, int most) {
        if (rollout.trajectory().length() == 0) {
            actionChance = Seeds.stream(seed, Seeds.Purpose.ACTIONS, update, number);
        }
        for (int i = 0; i < most && !complete(); i++) {
            if (!playing) {
                startEpisode(episode + 1);
            }
            decide();
        }
        if (complete()) {
            // After an episode's end nothing follows.
            rollout.setNextValue(playing ? valueNow() : 0);
        }
    }

    private SparseVector look() {
        observation.clear();
        environment.observe(observation);
        return history.input(observation);
    }

    private float valueNow() {
        pass.forward(look());
        return pass.value();
    }

    private void decide() {
        int t = rollout.trajectory().length();
        boolean decisive = environment.decisive();
        SparseVector input = look();
        if (seen.size() > 0) {
            seen.add(input);
        }
        head.read(pass.forward(input), observation.mask());
        history.advance();
        head.sample(actionChance, action);
        rollout.note(pass, head, action);
        actions.add(action);
        Outcome outcome = environment.step(action);
        float reward = environment.reward();
        score += reward;
        float scaled = rewards.scaled(reward);
        rollout.add(
                pass, observation.mask(), action, scaled, outcome != Outcome.RUNNING, decisive, environment.event());
        if (outcome == Outcome.TRUNCATED) {
            // The game could have gone on: what it would have brought counts, as far as it is foreseen.
            rollout.trajectory().addToReward(gamma * valueNow());
        }
        if (outcome.ended()) {
            scores[finished] = score;
            lengths[finished] = actions.rows();
            scoreTimes[finished++] = t;
            playing = false;
        }
    }

    private void startEpisode(long next) {
        episode = next;
        score = 0;
        actions.clear();
        history.begin();
        rewards.begin();
        playing = true;
        environment.reset(Seeds.stream(seed, Seeds.Purpose.ENVIRONMENT, episode, number));
    }

    /** The update is over: the next piece begins here. */
    void next() {
        rollout.clear();
        seen.clear();
        rewards.next();
        finished = 0;
        startEpisode = playing ? episode : episode + 1;
        startActions.clear();
        if (playing) {
            startActions.copyFrom(actions);
        }
    }

    /** Where the present update began. */
    GameProgress progress() {
        return new GameProgress(Math.max(0, startEpisode), startActions.choicesArray(), startActions.valuesArray());
    }

    /** Goes to where an update began in an earlier life of the run, by playing the same actions again. */
    void restore(GameProgress progress) {
        startEpisode(progress.episode());
        int decisions = progress.decisions(action.spec());
        for (int decision = 0; decision < decisions; decision++) {
            try {
                progress.action(decision, action);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("an action of game " + number + " cannot be: " + e.getMessage(), e);
            }
            look();
            if (!observation.mask().allows(action)) {
                throw new IllegalArgumentException(
                        "game " + number + " forbids an action that was played before: it is another game");
            }
            history.advance();
            Outcome outcome = environment.step(action);
            if (outcome.ended()) {
                throw new IllegalArgumentException(
                        "game " + number + " ends before all its actions are played again: it is another game");
            }
            actions.add(action);
            score += environment.reward();
            rewards.scaled(environment.reward());
        }
        next();
    }

    Rollout rollout() {
        return rollout;
    }

    /** What was seen in this piece, of the inputs that are normalised. */
    Moments seen() {
        return seen;
    }

    /** How this game's rewards are scaled. */
    RewardScale rewards() {
        return rewards;
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
