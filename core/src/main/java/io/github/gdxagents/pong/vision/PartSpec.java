package io.github.gdxagents.pong.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which part of an observation: its kind, and what the kind takes.
 *
 * @param kind what is shown
 * @param cell side of a cell in pixels; 0 if the kind takes none
 * @param ages decisions since the picture, 0 to 63, ascending; empty if the kind takes none
 */
record PartSpec(PartKind kind, int cell, List<Integer> ages) {

    private static final Pattern FORM = Pattern.compile("([a-z]+)(\\d*)(:.*)?");
    private static final Pattern AGES = Pattern.compile("\\d{1,2}(,\\d{1,2})*");
    private static final int OLDEST = 63;

    /** Every age there is, of two digits and a comma. */
    private static final int LONGEST_LIST = 3 * (OLDEST + 1);

    private static final List<String> CELLS = List.of("2", "4", "5", "8", "10", "16", "20");

    PartSpec {
        ages = List.copyOf(ages);
    }

    /** Reads what {@link #text()} writes. */
    static PartSpec parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw unknown(text);
        }
        PartKind kind = PartKind.named(form.group(1)).orElseThrow(() -> unknown(text));
        boolean takesCell = kind.takes() == PartKind.Takes.CELL_AND_AGES;
        boolean takesAges = kind.takes() != PartKind.Takes.NOTHING;
        String cell = form.group(2);
        if (takesCell ? !CELLS.contains(cell) : !cell.isEmpty()) {
            throw takesCell
                    ? new IllegalArgumentException("the cells of observation part " + kind.label()
                            + " must be 2, 4, 5, 8, 10, 16 or 20 pixels wide, but the part was '" + text + "'")
                    : unknown(text);
        }
        String ages = form.group(3);
        if (!takesAges && ages != null) {
            throw unknown(text);
        }
        PartSpec part = new PartSpec(
                kind,
                takesCell ? Integer.parseInt(cell) : 0,
                takesAges ? ages(ages == null ? "" : ages.substring(1), text) : List.of());
        if (kind == PartKind.CENTRES && part.ages.get(0) == 0) {
            throw new IllegalArgumentException("the ages of observation part centres must be 1 or more, because nothing"
                    + " moves between now and now, but the part was '" + text + "'");
        }
        return part;
    }

    private static List<Integer> ages(String list, String text) {
        List<Integer> ages = new ArrayList<>();
        // The expression recurses for each age: a text of thousands would end in a StackOverflowError.
        boolean good = list.length() <= LONGEST_LIST && AGES.matcher(list).matches();
        if (good) {
            int last = -1;
            for (String item : list.split(",", -1)) {
                int age = Integer.parseInt(item);
                good &= age > last && age <= OLDEST;
                ages.add(age);
                last = age;
            }
        }
        if (!good) {
            throw new IllegalArgumentException("an observation part's pictures must be named by their ages, ascending"
                    + " whole numbers from 0 to " + OLDEST + " such as 0,1, but the part was '" + text + "'");
        }
        return ages;
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("an observation must be made of the parts " + PartKind.forms()
                + " and ball-weight:W, joined by +, but one part was '" + text + "'");
    }

    /** The part in its only spelling. */
    String text() {
        return kind.label()
                + (cell == 0 ? "" : cell)
                + (ages.isEmpty() ? "" : ages.stream().map(String::valueOf).collect(Collectors.joining(",", ":", "")));
    }
}
