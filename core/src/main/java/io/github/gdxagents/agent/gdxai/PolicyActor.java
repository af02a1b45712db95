package io.github.gdxagents.agent.gdxai;

/** What the blackboard of a behaviour tree implements so that {@link PolicyTask}s can play in the tree: usually a game's character. */
public interface PolicyActor {

    /**
     * The character's body for one of its tasks: its eyes, hands and mind. Made before the tree runs, the same at each call.
     *
     * @param policy the task's {@link PolicyTask#policy}; empty where a character has but one
     * @return the character's own
     * @throws IllegalArgumentException if there is none of this name
     */
    PolicyBody body(String policy);
}
