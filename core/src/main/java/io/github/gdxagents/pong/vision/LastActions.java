package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;
import java.util.List;

/**
 * What the agent chose last, and before that: for each age, 1 for the action that led to the picture of that age and 0 for all others;
 * zeros before the episode's first decision. It tells what the picture does not: a paddle that was pushed on against a stop takes as
 * long to come back.
 */
final class LastActions implements ObservationPart {

    private final int[] ages;
    private final int actions;

    LastActions(List<Integer> ages, int actions) {
        this.ages = ages.stream().mapToInt(Integer::intValue).toArray();
        this.actions = actions;
    }

    @Override
    public int size() {
        return ages.length * actions;
    }

    @Override
    public int pictures() {
        return ages[ages.length - 1] + 1;
    }

    @Override
    public void write(PictureHistory history, SparseVector into, int offset) {
        int start = offset;
        for (int age : ages) {
            int action = history.action(age);
            if (action != PictureHistory.NO_ACTION) {
                into.add(start + action, 1);
            }
            start += actions;
        }
    }
}
