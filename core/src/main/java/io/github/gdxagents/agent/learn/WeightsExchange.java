package io.github.gdxagents.agent.learn;

import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.Moments;
import io.github.gdxagents.agent.network.PolicyNetwork;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finished weights on their way from the learner to a game: three copies, of which the game plays with one, the learner writes to
 * another, and the third waits for whoever is first (triple buffering). Taking and offering are one exchange of a number: nobody
 * waits, nothing is locked, copied by the game or allocated.
 */
final class WeightsExchange {

    /** Weights, and what belongs to them. */
    static final class Copy {

        final PolicyNetwork network;
        final ForwardPass pass;
        final Moments returns = new Moments(1);
        long version;
        long updates;
        long decisions;

        private Copy(PolicyNetwork first) {
            this.network = first.copy();
            this.pass = new ForwardPass(network);
        }

        /** Says how these weights came about. */
        void describe(long newVersion, long newUpdates, long newDecisions, Moments newReturns) {
            version = newVersion;
            updates = newUpdates;
            decisions = newDecisions;
            returns.clear();
            returns.add(newReturns);
        }
    }

    /** Added to the number of the copy in the middle while the game has not had it. */
    private static final int NEW = 4;

    private final Copy[] copies;
    private final AtomicInteger middle = new AtomicInteger(2);
    /** Number of the game's copy. */
    private int playing;
    /** Number of the learner's copy. */
    private int spare = 1;

    /** All copies are equal to some weights. */
    WeightsExchange(PolicyNetwork first) {
        this.copies = new Copy[] {new Copy(first), new Copy(first), new Copy(first)};
    }

    /** For the game: the copy that it plays with. */
    Copy playing() {
        return copies[playing];
    }

    /** For the game: goes on with newer weights; says whether there were any. */
    boolean take() {
        // Only the game puts an old copy there, so what is new now still is when it is taken.
        if (middle.get() < NEW) {
            return false;
        }
        playing = middle.getAndSet(playing) - NEW;
        return true;
    }

    /** For the learner: the copy that it may write to. */
    Copy spare() {
        return copies[spare];
    }

    /** For the learner: offers what it has written, in place of an older offer that was not taken. */
    void offer() {
        spare = middle.getAndSet(spare + NEW) % NEW;
    }
}
