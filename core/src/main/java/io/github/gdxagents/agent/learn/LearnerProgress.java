package io.github.gdxagents.agent.learn;

/** What a learner says of itself after each update: never changes, so any thread may read it. */
record LearnerProgress(
        long updates, long decisions, long version, long rollbacks, double recordMean, UpdateLoss loss) {}
