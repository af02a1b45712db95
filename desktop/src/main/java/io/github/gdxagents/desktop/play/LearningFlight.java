package io.github.gdxagents.desktop.play;

import io.github.gdxagents.agent.DecisionClock;
import io.github.gdxagents.agent.learn.LearningAgent;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.Seeds;
import io.github.gdxagents.agent.random.Seeds.Purpose;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.lander.Lander;
import io.github.gdxagents.lander.LanderReward;
import io.github.gdxagents.lander.LanderStatus;
import io.github.gdxagents.lander.LanderTask;
import io.github.gdxagents.lander.LanderView;

/** One lander that a learning agent flies, one flight after the other. One thread at a time; holds native memory until {@link #close}. */
final class LearningFlight implements AutoCloseable {

    /** Hears of flights that are over. */
    interface Log {

        /** A flight is over: what it was worth, and how it ended. */
        void ended(double score, LanderStatus status);
    }

    private final LanderTask task;
    private final long seed;
    private final int number;
    private final LearningAgent agent;
    private final Log log;
    private final Lander lander = new Lander();
    private final LanderReward rewards = new LanderReward();
    private final DecisionClock clock = new DecisionClock(LanderTask.DECISION_TICKS);
    private Action action;
    private long flights;
    private double score;

    LearningFlight(LanderTask task, long seed, int number, LearningAgent agent, Log log) {
        this.task = task;
        this.seed = seed;
        this.number = number;
        this.agent = agent;
        this.log = log;
        this.action = new Action(task.actionSpec());
        begin();
    }

    private void begin() {
        lander.reset(Seeds.stream(seed, Purpose.MATCH, flights++, number));
        rewards.reset(lander);
        clock.begin();
        score = 0;
    }

    LanderView view() {
        return lander;
    }

    double score() {
        return score;
    }

    boolean over() {
        return lander.status().ended() || lander.timeUp();
    }

    /** Whether what is flown now would not be learned from, since the learner has not yet taken over what was. */
    boolean isBehind() {
        return agent.isBehind();
    }

    /** Begins the next flight, with the newest weights. */
    void again() {
        agent.takeWeights();
        begin();
    }

    /** Flies one tick; nothing happens once the flight is over. */
    void tick() {
        if (over()) {
            return;
        }
        if (clock.tick()) {
            task.observe(lander, agent.observation());
            action = agent.act();
        }
        task.step(lander, action);
        float gained = (float) rewards.gained(lander);
        score += gained;
        agent.reward(gained);
        if (lander.status().ended()) {
            agent.endEpisode(Outcome.TERMINATED);
        } else if (lander.timeUp()) {
            // The time is not among what the agent sees: for it the flight could have gone on.
            task.observe(lander, agent.observation());
            agent.endEpisode(Outcome.TRUNCATED);
        } else {
            return;
        }
        log.ended(score, lander.status());
    }

    @Override
    public void close() {
        lander.close();
        agent.close();
    }
}
