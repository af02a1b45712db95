package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.Moments;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.random.Seeds;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.agent.space.SparseVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learns from what agents in a running game have recorded, with a network of its own, and offers them finished weights. An actor-critic:
 * an update learns from as many recordings as the configuration has games, whoever made them.
 *
 * <p>If the scores become worse beyond noise ({@link ScoreWatch}) the weights of the record come back: with their normaliser and
 * scale of rewards, to all agents, and with an optimiser that remembers nothing; what older weights recorded is not learned from any
 * more. One thread at a time; nothing but some bytes of bookkeeping is allocated at an update.
 */
final class InPlaceLearner {

    /** Weights with all that belongs to them, to come back to. */
    private static final class Kept {

        final PolicyNetwork network;
        final Moments returns = new Moments(1);

        Kept(PolicyNetwork network) {
            this.network = network.copy();
        }
    }

    private final LearnerConfig config;
    private final PolicyNetwork network;
    private final Optimizer optimizer;
    private final GradientStep step;
    private final ActorCriticUpdate update;
    private final ForwardPass pass;
    private final List<Rollout> rollouts = new ArrayList<>();
    private final SparseVector input;
    private final Action action;
    private final ActionMask mask;
    private final Moments seen;
    private final Moments returns = new Moments(1);
    /** The returns as they were when the present update's first recording came: rewards of an update share one scale. */
    private final Moments scale = new Moments(1);

    private final @Nullable ScoreWatch watch;
    private final boolean measuresFirst;
    private Kept record;
    private Kept candidate;
    private long candidateVersion;

    private volatile Seat[] seats = {};
    private int nextSeat;
    private int gathered;
    private int oldest;
    private long updates;
    private long decisions;
    private long version;
    private long oldestUsable;
    private long rollbacks;
    private UpdateLoss loss = UpdateLoss.nothing();
    private volatile LearnerProgress progress;
    private volatile @Nullable TrainingException failure;

    /** A learner that begins with fresh weights, or goes on from a state. */
    InPlaceLearner(
            LearnerConfig config,
            NetworkSpec spec,
            long seed,
            @Nullable PolicyNetwork first,
            @Nullable TrainerState state,
            int watchedEpisodes) {
        this.config = config;
        this.network = config.network().fresh(spec, Seeds.stream(seed, Seeds.Purpose.WEIGHTS, 0, 0));
        this.optimizer = config.optimizer().create(network);
        if (first != null) {
            network.copyFrom(first);
        }
        if (state != null) {
            restore(state);
        }
        this.step = new GradientStep(network, optimizer, config.optimizer().maxGradientNorm(), new Workers(1));
        this.update = new ActorCriticUpdate(config, seed, network, step, 1);
        this.pass = new ForwardPass(network);
        for (int game = 0; game < config.actorCritic().games(); game++) {
            rollouts.add(new Rollout(spec.actions(), config.actorCritic().rollout()));
        }
        this.input = new SparseVector(spec.inputs());
        this.action = new Action(spec.actions());
        this.mask = new ActionMask(spec.actions());
        this.seen = new Moments(spec.normalised());
        this.watch = watchedEpisodes == 0 ? null : new ScoreWatch(watchedEpisodes);
        this.measuresFirst = watch != null && (first != null || state != null);
        this.record = new Kept(network);
        this.candidate = new Kept(network);
        keep(candidate);
        this.progress = new LearnerProgress(updates, decisions, version, 0, Double.NaN, loss);
    }

    private void restore(TrainerState state) {
        network.set(state.parameters());
        network.normaliser().set(state.inputMoments());
        optimizer.restore(state.optimizerSteps(), state.optimizerMemory());
        returns.set(state.returnMoments());
        updates = state.updates();
        decisions = state.decisions();
    }

    /** A seat for the first agent, before the learner works. */
    Seat firstSeat(ObservationSpec observations, ActionSpec actions) {
        Seat seat = new Seat(config, observations, actions, network);
        seat.weights.playing().describe(version, updates, decisions, returns);
        return seat;
    }

    /** What the optimiser would remember if it had seen nothing. */
    static List<float[]> noMemory(LearnerConfig config, PolicyNetwork of) {
        return config.optimizer().create(of).memory();
    }

    LearnerProgress progress() {
        return progress;
    }

    /** Why an update failed, after which nothing more is learned; null if none has. Any thread. */
    @Nullable
    TrainingException failure() {
        return failure;
    }

    /** Learns from this seat from now on. Any thread. */
    synchronized void add(Seat seat) {
        Seat[] more = Arrays.copyOf(seats, seats.length + 1);
        more[seats.length] = seat;
        seats = more;
    }

    /** Learns from this seat no longer. Any thread. */
    synchronized void remove(Seat seat) {
        seats = Arrays.stream(seats).filter(other -> other != seat).toArray(Seat[]::new);
    }

    /**
     * Does the next piece of work: takes a recording over, and updates the weights if it was the last that an update needs.
     *
     * @return whether there was one
     * @throws TrainingException if a gradient or the weights after an update are not finite; nothing was offered, and every later call
     *     throws the same
     */
    boolean work() {
        TrainingException earlier = failure;
        if (earlier != null) {
            throw earlier;
        }
        Seat[] all = seats;
        for (Seat seat : all) {
            // Who joins with weights that another agent plays with still is not left with those: they may be no use any
            // more.
            if (seat.offered < version) {
                offer(seat);
            }
        }
        for (int i = 0; i < all.length; i++) {
            Seat seat = all[(nextSeat + i) % all.length];
            Recording recording = seat.recordings.next();
            if (recording != null) {
                nextSeat = (nextSeat + i + 1) % all.length;
                take(seat, recording);
                seat.recordings.release();
                if (gathered == rollouts.size() && mayLearn()) {
                    learn();
                }
                return true;
            }
        }
        return false;
    }

    /** Weights that were given are measured before they change: there must be something to come back to. */
    private boolean mayLearn() {
        return !measuresFirst || watch == null || watch.hasRecord();
    }

    private void take(Seat seat, Recording recording) {
        boolean measuring = !mayLearn();
        for (int episode = 0; episode < recording.episodes(); episode++) {
            watch(recording.score(episode), recording.scoreVersion(episode));
        }
        if (recording.version() < oldestUsable) {
            seat.rewards.begin();
            return;
        }
        if (!recording.continuesTheLast()) {
            seat.rewards.begin();
        }
        if (gathered == 0 || measuring) {
            // Nothing is learned from what is gathered while weights are measured: the scale is still being found.
            gathered = 0;
            oldest = 0;
            copy(returns, scale);
        }
        gathered = Math.min(rollouts.size(), gathered + 1);
        copy(recording, rollouts.get(oldest), seat.rewards);
        oldest = (oldest + 1) % rollouts.size();
        returns.add(seat.rewards.returns());
        seat.rewards.next();
    }

    private static void copy(Moments from, Moments into) {
        into.clear();
        into.add(from);
    }

    /** As a learner sees it: normalised, scaled, and with the critic's present opinion. */
    private void copy(Recording from, Rollout into, RewardScale rewards) {
        Trajectory facts = from.trajectory();
        into.clear();
        rewards.use(scale);
        int after = 0;
        for (int t = 0; t < facts.length(); t++) {
            facts.observations().get(t, input);
            if (seen.size() > 0) {
                seen.add(input);
            }
            pass.forward(input);
            facts.action(t, action);
            facts.mask(t, mask);
            Outcome end = from.end(t);
            into.note(pass.value(), from.logLikelihood(t));
            into.add(pass, mask, action, rewards.scaled(facts.reward(t)), end != Outcome.RUNNING, true, -1);
            if (end.ended()) {
                rewards.begin();
            }
            if (end == Outcome.TRUNCATED) {
                // The game could have gone on: what it would have brought counts, as far as it is foreseen.
                into.trajectory().addToReward(config.gamma() * valueAfter(from, after++));
            }
        }
        boolean goesOn = from.end(facts.length() - 1) == Outcome.RUNNING;
        into.setNextValue(goesOn ? valueAfter(from, after) : 0);
    }

    private float valueAfter(Recording recording, int index) {
        recording.afterwards().get(index, input);
        pass.forward(input);
        return pass.value();
    }

    private void learn() {
        gathered = 0;
        oldest = 0;
        try {
            update();
        } catch (TrainingException e) {
            failure = e;
            throw e;
        }
        updates++;
        decisions += (long) rollouts.size() * config.actorCritic().rollout();
        network.normaliser().learn(seen);
        seen.clear();
        offer();
    }

    private void update() {
        try {
            loss = ActorCriticUpdate.isBlind(config.actorCritic(), network, scale)
                    ? UpdateLoss.nothing()
                    : update.learn(rollouts, updates, decisions);
        } catch (TrainingException e) {
            throw new TrainingException(
                    "update " + (updates + 1) + " " + e.getMessage() + "; the weights before it go on playing");
        }
        if (!network.isFinite()) {
            throw new TrainingException("update " + (updates + 1)
                    + " left weights that are not finite numbers; the weights before it go on playing");
        }
    }

    private void offer() {
        version++;
        for (Seat seat : seats) {
            offer(seat);
        }
        report();
    }

    private void offer(Seat seat) {
        WeightsExchange.Copy copy = seat.weights.spare();
        copy.network.copyFrom(network);
        copy.describe(version, updates, decisions, returns);
        seat.weights.offer();
        seat.offered = version;
    }

    private void report() {
        progress = new LearnerProgress(
                updates, decisions, version, rollbacks, watch == null ? Double.NaN : watch.recordMean(), loss);
    }

    /** Takes notice of how an episode scored that was begun with some weights. */
    private void watch(double score, long begunWith) {
        if (watch == null || begunWith < candidateVersion) {
            return;
        }
        switch (watch.add(score)) {
            case MEASURING -> {}
            case ACCEPTED -> {
                Kept former = record;
                record = candidate;
                candidate = former;
                keep(candidate);
                report();
            }
            case NOT_BETTER -> {
                keep(candidate);
                report();
            }
            case WORSE -> rollBack();
        }
    }

    /** A window begins with the present weights. */
    private void keep(Kept into) {
        into.network.copyFrom(network);
        copy(returns, into.returns);
        candidateVersion = version;
    }

    private void rollBack() {
        network.copyFrom(record.network);
        copy(record.returns, returns);
        optimizer.restore(0, noMemory(config, network));
        step.refresh();
        seen.clear();
        gathered = 0;
        oldest = 0;
        rollbacks++;
        offer();
        oldestUsable = version;
        keep(candidate);
    }
}
