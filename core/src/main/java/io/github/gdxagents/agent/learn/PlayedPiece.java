package io.github.gdxagents.agent.learn;

/**
 * A part of what an update learns from: a whole episode, or the piece of a game that an actor-critic played for it.
 *
 * @param trajectory what was seen, done and gained; rewards are as they are learned from
 * @param values what the critic expected at each decision when it played, {@code [decisions]}; empty without a critic
 * @param logLikelihoods of the actions when they were chosen, in nats, {@code [decisions]}; empty where they are not used
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of numbers, which nobody compares
public record PlayedPiece(Trajectory trajectory, float[] values, float[] logLikelihoods) {}
