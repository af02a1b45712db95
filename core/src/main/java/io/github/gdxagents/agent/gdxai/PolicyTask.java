package io.github.gdxagents.agent.gdxai;

import com.badlogic.gdx.ai.btree.LeafTask;
import com.badlogic.gdx.ai.btree.Task;
import com.badlogic.gdx.ai.btree.annotation.TaskAttribute;

/**
 * A leaf of gdx-ai's behaviour trees in which an agent decides. All that a character has of its own is in its {@link PolicyBody}, which
 * the blackboard gives; the task keeps nothing but a name, so that trees may clone and pool it, and tree files may name it:
 *
 * <pre>{@code
 * import policy:"io.github.gdxagents.agent.gdxai.PolicyTask"
 * root
 *   selector
 *     (seesEnemy?) policy policy:"fight"
 *     policy policy:"patrol"
 * }</pre>
 *
 * <p>When the task starts, the agent begins an episode; while it runs, each step of the tree is a tick. It ends when the body says so, or
 * when the tree goes elsewhere.
 *
 * <p>gdx-ai makes clones, and tasks of tree files, by reflection: a shrinker must keep this class's constructor without parameters and
 * the field, as it must for all tasks.
 *
 * @param <E> the blackboard
 */
public final class PolicyTask<E extends PolicyActor> extends LeafTask<E> {

    /** Which of the blackboard's bodies plays; empty where there is but one. */
    @TaskAttribute
    public String policy;

    /** A task of a character that has but one body. */
    public PolicyTask() {
        this("");
    }

    /**
     * A task.
     *
     * @param policy which of the blackboard's bodies plays
     */
    public PolicyTask(String policy) {
        this.policy = policy;
    }

    /** The agent begins an episode. */
    @Override
    public void start() {
        getObject().body(policy).begin();
    }

    /** The agent decides if that is due, and the body does it. */
    @Override
    public Status execute() {
        return getObject().body(policy).step();
    }

    @Override
    protected Task<E> copyTo(Task<E> task) {
        ((PolicyTask<E>) task).policy = policy;
        return task;
    }

    /** Back to a task of a character that has but one body, for pools. */
    @Override
    public void reset() {
        policy = "";
        super.reset();
    }
}
