package io.github.gdxagents.headless.chart;

/** A chart cannot be drawn on this machine; the message is one sentence that says what to install. */
public final class ChartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * An error.
     *
     * @param message one sentence
     * @param cause what Java said
     */
    ChartException(String message, Throwable cause) {
        super(message, cause);
    }
}
