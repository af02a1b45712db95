package io.github.gdxagents.headless.fuzz;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A kind of files that come from others, and what is promised of reading them.
 *
 * @param name of the folder of hostile files
 * @param files good ones
 * @param text whether they are texts, to be damaged as such too
 * @param reader reads a file
 * @param typed whether an exception is the one that a refusal is promised to be
 * @param repair makes checksum and length fit again; leaves files of a kind without them as they are
 * @param checksummed whether no damage can be missed
 * @param rereads whether what a reading gives is such a file again
 * @param factor memory that reading may take, in sizes of the file …
 * @param constant … and in bytes beside it
 */
record Kind(
        String name,
        List<byte[]> files,
        boolean text,
        Reader reader,
        Predicate<Exception> typed,
        UnaryOperator<byte[]> repair,
        boolean checksummed,
        boolean rereads,
        int factor,
        long constant) {

    Kind {
        files = List.copyOf(files);
    }

    /** Reads a file. */
    interface Reader {

        /**
         * Reads a file.
         *
         * @param file its bytes
         * @return what uses what was read, and says it as a file again
         * @throws Exception if it is refused
         */
        Callable<byte[]> read(byte[] file) throws Exception;
    }
}
