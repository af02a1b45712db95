package io.github.gdxagents.agent.gdxai;

import com.badlogic.gdx.ai.btree.Task;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.DecisionClock;
import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What joins an agent with one character: how the character sees, who decides, and how it does what was decided. Each character has its
 * own; policies are shared. Stepping it allocates nothing of its own. One thread at a time.
 */
public final class PolicyBody {

    private final Agent agent;
    private final Observation observation;
    private final Action action;
    private final DecisionClock clock;
    private final Consumer<? super Observation> eyes;
    private final Function<? super Action, Task.Status> hands;

    /**
     * A body for a policy.
     *
     * @param policy what the agent sees and does
     * @param agent who decides, the character's own: usually {@link Policy#agent}, or a rule of thumb in its place
     * @param ticks the decision period in steps of the tree, 1 or more; in between the last action goes on
     * @param eyes writes what the character sees now; the observation was cleared before
     * @param hands carries an action out for one step of the tree, and says how the task stands: {@code RUNNING} to go on,
     *     {@code SUCCEEDED} or {@code FAILED} at its end
     */
    public PolicyBody(
            Policy policy,
            Agent agent,
            int ticks,
            Consumer<? super Observation> eyes,
            Function<? super Action, Task.Status> hands) {
        this.agent = agent;
        this.observation = policy.newObservation();
        this.action = policy.newAction();
        this.clock = new DecisionClock(ticks);
        this.eyes = eyes;
        this.hands = hands;
    }

    /** The task starts: what was seen before has nothing to do with what comes. */
    void begin() {
        agent.begin();
        clock.begin();
    }

    /** One step of the tree. */
    Task.Status step() {
        if (clock.tick()) {
            observation.clear();
            eyes.accept(observation);
            agent.act(observation, action);
        }
        return hands.apply(action);
    }
}
