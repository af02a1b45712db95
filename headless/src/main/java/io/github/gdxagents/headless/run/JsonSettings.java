package io.github.gdxagents.headless.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Names and values from the text of a JSON object, which may be anyone's. Each value has the type that is asked for, or is refused; a name
 * that nobody has asked for is refused in the end, so that a name written wrong is not taken for a setting left out. One thread at a time.
 */
final class JsonSettings {

    /** The longest text that is read, in characters; a configuration has about two thousand. */
    static final int LONGEST = 64 << 10;

    private static final int LONGEST_VALUE = 4096;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // Names are used once: a table of them would only be something to attack.
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LONGEST)
                            .maxNestingDepth(8)
                            .maxStringLength(LONGEST_VALUE)
                            .maxNameLength(256)
                            .maxNumberLength(64)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What nobody has asked for yet. */
    private final Map<String, Object> left;

    private JsonSettings(Map<String, Object> left) {
        this.left = left;
    }

    /**
     * Reads a text.
     *
     * @throws InputException if it is too long, or no JSON object and nothing else
     */
    static JsonSettings parse(String text) {
        if (text.length() > LONGEST) {
            throw new InputException("expected at most " + LONGEST + " characters, but found " + text.length());
        }
        try {
            @Nullable Map<String, Object> json = MAPPER.readValue(text, new TypeReference<Map<String, Object>>() {});
            if (json == null) {
                throw new InputException("expected an object, but found null");
            }
            return new JsonSettings(new LinkedHashMap<>(json));
        } catch (JsonProcessingException e) {
            throw new InputException(e.getOriginalMessage(), e);
        }
    }

    /** A value that may be absent. */
    private <T> Optional<T> take(String name, Class<T> type, String expected) {
        if (!left.containsKey(name)) {
            return Optional.empty();
        }
        Object value = left.remove(name);
        if (!type.isInstance(value)) {
            throw new InputException(name + " must be " + expected + ", but was " + value);
        }
        return Optional.of(type.cast(value));
    }

    /** A value that must be there. */
    static <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> new InputException(name + " is missing"));
    }

    Optional<String> text(String name) {
        return take(name, String.class, "a text").map(text -> checked(name, text));
    }

    private static String checked(String name, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new InputException(name + " must not have control characters");
        }
        return text;
    }

    Optional<Integer> integer(String name) {
        return take(name, Integer.class, "a whole number of at most 32 bits");
    }

    Optional<Long> whole(String name) {
        Optional<Number> number = take(name, Number.class, "a whole number");
        number.filter(value -> !(value instanceof Integer || value instanceof Long))
                .ifPresent(value -> {
                    throw new InputException(name + " must be a whole number of at most 64 bits, but was " + value);
                });
        return number.map(Number::longValue);
    }

    Optional<Double> number(String name) {
        return take(name, Number.class, "a number").map(Number::doubleValue);
    }

    /** An object that has texts only. */
    Optional<Map<String, String>> texts(String name) {
        return take(name, Map.class, "an object").map(object -> {
            Map<String, String> texts = new LinkedHashMap<>();
            ((Map<?, ?>) object).forEach((key, value) -> {
                if (!(value instanceof String text)) {
                    throw new InputException(key + " in " + name + " must be a text, but was " + value);
                }
                texts.put(String.valueOf(key), checked(key + " in " + name, text));
            });
            return texts;
        });
    }

    /** Whether there is such a value that nobody has asked for yet. */
    boolean has(String name) {
        return left.containsKey(name);
    }

    /**
     * Makes sure that all has been asked for.
     *
     * @throws InputException if there is anything else
     */
    void requireNothingElse() {
        if (!left.isEmpty()) {
            throw new InputException("unknown settings " + new TreeSet<>(left.keySet()) + ", expected none but those"
                    + " that this version knows");
        }
    }
}
