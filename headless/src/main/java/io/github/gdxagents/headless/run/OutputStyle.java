package io.github.gdxagents.headless.run;

import java.util.Locale;

/** How a run tells of its progress. */
public enum OutputStyle {
    /** One line that is written over again. */
    PROGRESS,
    /** As Keras does: a bar with loss and accuracy for each update. */
    KERAS,
    /** As Spinning Up does: a table for each epoch. */
    EPOCHS;

    /**
     * The name in files.
     *
     * @return for example {@code progress}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The style with a name.
     *
     * @param label as {@link #label()} gives it
     * @return the style
     * @throws InputException if there is none
     */
    public static OutputStyle named(String label) {
        for (OutputStyle style : values()) {
            if (style.label().equals(label)) {
                return style;
            }
        }
        throw new InputException("output must be progress, keras or epochs, but was '" + label + "'");
    }
}
