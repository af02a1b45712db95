package io.github.gdxagents.agent;

/** How an agent goes from probabilities to an action. */
public enum ActionChoice {
    /** Draws the action with its probability. */
    SAMPLE("sampled"),
    /** Takes the most probable action. */
    GREEDY("greedy");

    private final String label;

    ActionChoice(String label) {
        this.label = label;
    }

    /**
     * The word for it beside a score.
     *
     * @return {@code sampled} or {@code greedy}
     */
    public String label() {
        return label;
    }
}
