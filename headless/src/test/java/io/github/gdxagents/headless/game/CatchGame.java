package io.github.gdxagents.headless.game;

import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.learn.EnvironmentProvider;
import io.github.gdxagents.agent.learn.Outcome;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationSpec;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A game of others, named in this folder's {@code META-INF/services}: a ball falls, a plate catches it. There is one that does as it
 * should and one for each thing that can go wrong, which goes wrong at a copy's step {@value #STEP} unless it was repaired.
 */
public class CatchGame implements EnvironmentProvider {

    /** Where it goes wrong. */
    public static final int STEP = 700;

    /** Whether what goes wrong goes right now. */
    public static final AtomicBoolean REPAIRED = new AtomicBoolean();

    private enum Fault {
        NONE,
        NAN,
        CONSTANT,
        BLANK,
        THROWS,
        HANGS,
        HANGS_AT_ONCE,
        MEMORY,
        ENDLESS,
        NO_CHOICE,
        REWARD,
        OUTCOME,
        SHORTER
    }

    private final String name;
    private final Fault fault;

    /** The one that does as it should. */
    public CatchGame() {
        this("catch", Fault.NONE);
    }

    private CatchGame(String name, Fault fault) {
        this.name = name;
        this.fault = fault;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return "a ball falls, a plate catches it";
    }

    @Override
    public Environment create() {
        return new Play(fault);
    }

    /** Shows something that is not a number. */
    public static final class Nan extends CatchGame {
        /** Made by the service loader. */
        public Nan() {
            super("catch-nan", Fault.NAN);
        }
    }

    /** Shows always the same. */
    public static final class Constant extends CatchGame {
        /** Made by the service loader. */
        public Constant() {
            super("catch-constant", Fault.CONSTANT);
        }
    }

    /** Shows nothing. */
    public static final class Blank extends CatchGame {
        /** Made by the service loader. */
        public Blank() {
            super("catch-blank", Fault.BLANK);
        }
    }

    /** Throws. */
    public static final class Throws extends CatchGame {
        /** Made by the service loader. */
        public Throws() {
            super("catch-throws", Fault.THROWS);
        }
    }

    /** Does not come back, even if it is interrupted. */
    public static final class Hangs extends CatchGame {
        /** Made by the service loader. */
        public Hangs() {
            super("catch-hangs", Fault.HANGS);
        }
    }

    /** Does not come back from its first step. */
    public static final class HangsAtOnce extends CatchGame {
        /** Made by the service loader. */
        public HangsAtOnce() {
            super("catch-hangs-at-once", Fault.HANGS_AT_ONCE);
        }
    }

    /** Finds no memory. */
    public static final class Memory extends CatchGame {
        /** Made by the service loader. */
        public Memory() {
            super("catch-memory", Fault.MEMORY);
        }
    }

    /** Calls itself without end. */
    public static final class Endless extends CatchGame {
        /** Made by the service loader. */
        public Endless() {
            super("catch-endless", Fault.ENDLESS);
        }
    }

    /** Forbids everything. */
    public static final class NoChoice extends CatchGame {
        /** Made by the service loader. */
        public NoChoice() {
            super("catch-no-choice", Fault.NO_CHOICE);
        }
    }

    /** Rewards with something that is not a number. */
    public static final class Reward extends CatchGame {
        /** Made by the service loader. */
        public Reward() {
            super("catch-reward", Fault.REWARD);
        }
    }

    /** Says nothing about how the step ended. */
    public static final class NoOutcome extends CatchGame {
        /** Made by the service loader. */
        public NoOutcome() {
            super("catch-outcome", Fault.OUTCOME);
        }
    }

    /** Throws, and has shorter episodes once it is repaired. */
    public static final class Shorter extends CatchGame {
        /** Made by the service loader. */
        public Shorter() {
            super("catch-shorter", Fault.SHORTER);
        }
    }

    private static final class Play implements Environment {
        private final Fault fault;
        private final boolean repaired = REPAIRED.get();
        private final int bottom;
        private int ball;
        private int height;
        private int plate;
        private int steps;
        private float reward;

        private Play(Fault fault) {
            this.fault = fault;
            // An odd length: between two updates, games are in the middle of an episode.
            this.bottom = fault == Fault.SHORTER && repaired ? 1 : 9;
        }

        private boolean isWrong(Fault which) {
            return fault == which && !repaired && steps >= STEP;
        }

        private boolean isStill(Fault which) {
            return fault == which && !repaired;
        }

        @Override
        public ObservationSpec observationSpec() {
            return ObservationSpec.vector("ball", "height", "plate");
        }

        @Override
        public ActionSpec actionSpec() {
            return ActionSpec.discrete(3);
        }

        @Override
        public void reset(RandomStream random) {
            ball = random.below(7);
            plate = 3;
            height = 0;
        }

        @Override
        public void observe(Observation into) {
            if (isStill(Fault.BLANK)) {
                return;
            }
            into.set("ball", isStill(Fault.CONSTANT) ? 1 : isWrong(Fault.NAN) ? Float.NaN : ball);
            into.set("height", isStill(Fault.CONSTANT) ? 1 : height);
            into.set("plate", isStill(Fault.CONSTANT) ? 1 : plate);
            for (int choice = 0; isWrong(Fault.NO_CHOICE) && choice < 3; choice++) {
                into.mask().forbid(choice);
            }
        }

        @Override
        @SuppressWarnings("NullAway") // one of the faults
        public Outcome step(Action action) {
            steps++;
            if (isWrong(Fault.THROWS) || isWrong(Fault.SHORTER)) {
                throw new IllegalStateException("the ball is lost");
            }
            if (isWrong(Fault.MEMORY)) {
                throw new OutOfMemoryError("Java heap space");
            }
            if (isWrong(Fault.ENDLESS)) {
                throw new StackOverflowError();
            }
            while ((isWrong(Fault.HANGS) || isStill(Fault.HANGS_AT_ONCE)) && !REPAIRED.get()) {
                LockSupport.parkNanos(1_000_000);
            }
            plate = Math.max(0, Math.min(6, plate + action.choice() - 1));
            height++;
            reward = height < bottom ? 0 : plate == ball ? 1 : -1;
            return isWrong(Fault.OUTCOME) ? null : height < bottom ? Outcome.RUNNING : Outcome.TERMINATED;
        }

        @Override
        public float reward() {
            return isWrong(Fault.REWARD) ? Float.NaN : reward;
        }
    }
}
