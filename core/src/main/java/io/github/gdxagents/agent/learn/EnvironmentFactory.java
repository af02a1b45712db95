package io.github.gdxagents.agent.learn;

import java.util.ArrayList;
import java.util.List;

/** Makes the copies of an environment that are played side by side. */
@FunctionalInterface
public interface EnvironmentFactory {

    /**
     * One more copy.
     *
     * @return a new environment, to be closed by the caller
     */
    Environment create();

    /**
     * Several copies. If one cannot be made, those made before are closed again.
     *
     * @param copies how many, 1 to 1,024
     * @return new environments, to be closed by the caller
     */
    default List<Environment> create(int copies) {
        if (copies < 1 || copies > 1024) {
            throw new IllegalArgumentException("copies must be from 1 to 1024, but was " + copies);
        }
        List<Environment> made = new ArrayList<>();
        try {
            for (int copy = 0; copy < copies; copy++) {
                made.add(create());
            }
        } catch (Throwable failure) {
            closeAll(made, failure);
            throw failure;
        }
        return made;
    }

    /** Closes all of them; what cannot be closed is noted with the failure that is the reason for closing. */
    private static void closeAll(List<Environment> made, Throwable reason) {
        for (Environment environment : made) {
            try {
                environment.close();
            } catch (RuntimeException e) {
                reason.addSuppressed(e);
            }
        }
    }
}
