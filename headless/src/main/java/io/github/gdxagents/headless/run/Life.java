package io.github.gdxagents.headless.run;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One life of a run, from a start of the program to its end. The instants are what the machine's clock said: nothing follows from
 * their order.
 *
 * @param number 1 or more; later lives have higher ones
 * @param begun when it began
 * @param process which process lived it, see {@link #thisProcess()}
 * @param machine what it ran on
 * @param javaOptions what the virtual machine was started with
 * @param workingFolder from which relative paths of its command go
 * @param limits that it had
 * @param uncommitted the file in the run's folder with what its code had beyond the commit; none: nothing that is known of
 * @param end how it ended; none: it has not, or the process was killed, or the machine went down
 */
public record Life(
        int number,
        Instant begun,
        String process,
        Machine machine,
        List<String> javaOptions,
        String workingFolder,
        Limits limits,
        Optional<String> uncommitted,
        Optional<End> end) {

    /**
     * Copies the list.
     *
     * @param number 1 or more; later lives have higher ones
     * @param begun when it began
     * @param process which process lived it, see {@link #thisProcess()}
     * @param machine what it ran on
     * @param javaOptions what the virtual machine was started with
     * @param workingFolder from which relative paths of its command go
     * @param limits that it had
     * @param uncommitted the file in the run's folder with what its code had beyond the commit; none: nothing that is known of
     * @param end how it ended; none: it has not, or the process was killed, or the machine went down
     */
    public Life {
        javaOptions = List.copyOf(javaOptions);
    }

    /** How a life ended. */
    public enum Ending {
        /** A limit was reached. */
        LIMIT,
        /** The user stopped it. */
        STOPPED,
        /** Something went wrong. */
        FAILED;

        /** As it stands in the file. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The end of a life.
     *
     * @param ending how it ended
     * @param sentence what went wrong, if something did
     * @param at when
     * @param progress how far the run was; none if the life failed before that was known
     * @param checkpoint the newest numbered checkpoint that it left, if there is one
     */
    public record End(
            Ending ending,
            Optional<String> sentence,
            Instant at,
            Optional<Progress> progress,
            Optional<NamedHash> checkpoint) {}

    /**
     * How far a run is, over all its lives.
     *
     * @param seconds of training, 0 or more
     * @param decisions learned from, 0 or more
     * @param updates made, 0 or more
     */
    public record Progress(double seconds, long decisions, long updates) {}

    /**
     * A file and what is in it.
     *
     * @param name of the file
     * @param sha256 64 hexadecimal digits
     */
    public record NamedHash(String name, String sha256) {}

    /**
     * This process, told from all others: its number and when it was started. Both are of the machine, so another process elsewhere
     * might have the same number, but hardly the same millisecond.
     *
     * @return for example {@code 4711-1789000000000}
     */
    public static String thisProcess() {
        return ProcessHandle.current().pid() + "-"
                + ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    Life endedBy(End how) {
        return new Life(
                number, begun, process, machine, javaOptions, workingFolder, limits, uncommitted, Optional.of(how));
    }
}
