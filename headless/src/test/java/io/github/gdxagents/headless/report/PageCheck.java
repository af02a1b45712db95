package io.github.gdxagents.headless.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a page more strictly than a browser: nothing but the tags and attributes that a report is made of, each closed in its turn. */
public final class PageCheck {

    private static final Set<String> VOID = Set.of("meta", "img", "source");

    private static final Set<String> TAGS = Set.of(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "h1",
            "h2",
            "p",
            "ul",
            "li",
            "b",
            "figure",
            "picture",
            "source",
            "img",
            "figcaption",
            "div",
            "table",
            "tr",
            "th",
            "td",
            "small",
            "pre",
            "code",
            "footer");

    private static final Set<String> ATTRIBUTES =
            Set.of("lang", "charset", "http-equiv", "content", "name", "class", "src", "srcset", "alt", "media");

    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)((?: [a-z-]+=\"[^\"<>]*\")*)>");

    private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z-]+)=\"([^\"<>]*)\"");

    private PageCheck() {}

    /** Makes sure that a page is whole and asks for nothing; gives its texts, without tags, as they stand in the file. */
    public static List<String> texts(String html) {
        assertTrue(html.startsWith("<!DOCTYPE html>\n"), "a document type first");
        Deque<String> open = new ArrayDeque<>();
        List<String> texts = new ArrayList<>();
        Matcher tags = TAG.matcher(html);
        int from = "<!DOCTYPE html>\n".length();
        while (tags.find()) {
            String text = html.substring(from, tags.start());
            assertFalse(text.contains("<"), text);
            if (!"style".equals(open.peek())) {
                assertFalse(text.contains(">") || text.contains("\""), text);
                if (!text.isBlank()) {
                    texts.add(text);
                }
            }
            from = tags.end();
            String name = tags.group(2);
            assertTrue(TAGS.contains(name), tags.group());
            if (!tags.group(1).isEmpty()) {
                assertEquals(open.pop(), name);
            } else if (!VOID.contains(name)) {
                open.push(name);
            }
            attributes(tags.group(3));
        }
        assertTrue(open.isEmpty(), "left open: " + open);
        assertEquals("\n", html.substring(from));
        return texts;
    }

    private static void attributes(String all) {
        Matcher attributes = ATTRIBUTE.matcher(all);
        while (attributes.find()) {
            assertTrue(ATTRIBUTES.contains(attributes.group(1)), all);
            if (attributes.group(1).startsWith("src")) {
                assertTrue(attributes.group(2).matches("data:image/(png|gif);base64,[A-Za-z0-9+/=]+"), all);
            }
        }
    }
}
