package io.github.gdxagents.pong.vision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an agent sees of a game: a list of parts, put one after the other. Written as a text, such as {@code image:0,1+pool4:0,1},
 * in configurations and checkpoints:
 *
 * <pre>
 * difference       the picture of now minus the one before: 6,400 numbers
 * image:AGES       whole pictures: 6,400 numbers for each age
 * ball:AGES        whole pictures of the ball alone
 * poolN:AGES       coarser copies, cells of N × N pixels (2, 4, 5, 8, 10, 16, 20): half the sum of each cell
 * ballpoolN:AGES   the same of the ball alone
 * rows:AGES        half the sum of the ball's weights in each row: 80 numbers for each age
 * columns:AGES     the same for each column
 * paddles:AGES     which rows the left and the right paddle cover: 160 numbers for each age
 * tentsN:AGES      where the ball is, softly: its pixels' rows and columns between points N pixels apart: 2 (80 / N + 1) numbers
 * paddletentsN:AGES  the same of the rows of the left and the right paddle
 * edges:AGES       where the paddles begin and end: 162 numbers
 * centres:AGES     where ball and paddles are and how they moved since those pictures, 1 or more decisions
 *                  ago: 7 numbers and 5 for each age
 * action           the last action: as many numbers as there are actions
 * actions:AGES     the actions that led to the pictures of those ages: as many numbers as there are actions for each
 * ram              the console's 128 bytes, each from 0 to 1; stands alone, needs the emulator
 * ball-weight:W    what a pixel of the ball counts (default 4); all else that is lit counts 1
 * </pre>
 *
 * <p>Ages count decisions: 0 is the picture of now, 1 the one before, up to 63. Immutable.
 */
public final class PictureObservationSpec {

    private static final String BALL_WEIGHT = "ball-weight:";
    private static final double USUAL_BALL_WEIGHT = 4;
    private static final Pattern WEIGHT = Pattern.compile("\\d{1,4}(\\.\\d{1,4})?");

    /** As long as a checkpoint holds. */
    private static final int LONGEST_TEXT = 4096;

    /** As many as a network takes inputs. */
    private static final int MOST_ENTRIES = 1 << 20;

    private final List<PartSpec> parts;
    private final double ballWeight;

    private PictureObservationSpec(List<PartSpec> parts, double ballWeight) {
        this.parts = List.copyOf(parts);
        this.ballWeight = ballWeight;
    }

    /**
     * What moved, as in "Pong from Pixels": the picture of now minus the one before.
     *
     * @return the observation {@code difference}
     */
    public static PictureObservationSpec difference() {
        return parse("difference");
    }

    /**
     * Reads an observation's text.
     *
     * @param text as above; parts joined by {@code +}
     * @return the observation
     * @throws IllegalArgumentException if the text says something else
     */
    public static PictureObservationSpec parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "an observation's text may have at most " + LONGEST_TEXT + " characters, but has " + text.length());
        }
        List<PartSpec> parts = new ArrayList<>();
        double ballWeight = Double.NaN;
        for (String item : text.split("\\+", -1)) {
            if (!item.startsWith(BALL_WEIGHT)) {
                parts.add(PartSpec.parse(item));
            } else if (Double.isNaN(ballWeight)) {
                ballWeight = weight(item.substring(BALL_WEIGHT.length()));
            } else {
                throw new IllegalArgumentException("ball-weight must be given once, but the observation was " + text);
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("an observation must have a part, but was " + text);
        }
        if (!Double.isNaN(ballWeight)
                && parts.stream().noneMatch(part -> part.kind().weighsBall())) {
            throw new IllegalArgumentException(
                    "ball-weight must stand beside a part that it changes (image, ball, pool,"
                            + " ballpool, rows or columns), but the observation was " + text);
        }
        PictureObservationSpec spec =
                new PictureObservationSpec(parts, Double.isNaN(ballWeight) ? USUAL_BALL_WEIGHT : ballWeight);
        if (spec.readsMemory() && parts.size() > 1) {
            throw new IllegalArgumentException("ram must stand alone, but the observation was " + text);
        }
        spec.checkSize();
        return spec;
    }

    private static double weight(String text) {
        double weight = WEIGHT.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!(weight > 0 && weight <= 1000)) {
            throw new IllegalArgumentException(
                    "ball-weight must be a number above 0, up to 1000, with up to 4 decimals, but was '" + text + "'");
        }
        return weight;
    }

    private void checkSize() {
        long entries = parts(1).stream().mapToLong(ObservationPart::size).sum();
        if (entries > MOST_ENTRIES) {
            throw new IllegalArgumentException(
                    "an observation may have at most " + MOST_ENTRIES + " entries, but " + this + " has " + entries);
        }
    }

    /**
     * Length of the observation.
     *
     * @param actions how many actions the agent chooses from
     * @return 1 or more
     */
    public int size(int actions) {
        return parts(actions).stream().mapToInt(ObservationPart::size).sum();
    }

    /**
     * Whether it is made of the console's memory, not of its screen.
     *
     * @return whether it is {@code ram}
     */
    public boolean readsMemory() {
        return parts.stream().anyMatch(part -> part.kind() == PartKind.RAM);
    }

    /**
     * Makes what gives this observation during a game.
     *
     * @param actions how many actions the agent chooses from
     * @return a new one, which shares nothing
     */
    public PictureObservation observation(int actions) {
        return new PictureObservation(parts(actions));
    }

    private List<ObservationPart> parts(int actions) {
        return parts.stream()
                .map(part -> part.kind().make(part, (float) ballWeight, actions))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PictureObservationSpec spec && toString().equals(spec.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /**
     * The observation's text in its only spelling, which {@link #parse} reads back.
     *
     * @return for example {@code image:0,1+pool4:0,1}
     */
    @Override
    public String toString() {
        return parts.stream().map(PartSpec::text).collect(Collectors.joining("+"))
                + (ballWeight == USUAL_BALL_WEIGHT ? "" : "+" + BALL_WEIGHT + weightText());
    }

    private String weightText() {
        return BigDecimal.valueOf(ballWeight).stripTrailingZeros().toPlainString();
    }
}
