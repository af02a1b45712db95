package io.github.gdxagents.agent.space;

/** Actions for tests. */
public final class Actions {

    private Actions() {}

    /** One choice among a few actions. */
    public static Action choice(int actions, int choice) {
        Action action = new Action(ActionSpec.discrete(actions));
        action.choose(choice);
        return action;
    }
}
