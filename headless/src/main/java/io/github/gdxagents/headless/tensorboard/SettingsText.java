package io.github.gdxagents.headless.tensorboard;

import io.github.gdxagents.headless.run.RunConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What was chosen about a run, as the table in Markdown that TensorBoard's page of texts shows. Stateless. */
final class SettingsText {

    private SettingsText() {}

    static String of(RunConfig config) {
        Map<String, String> settings = new LinkedHashMap<>(config.settings());
        settings.put("seed", Long.toString(config.seed()));
        return settings.entrySet().stream()
                .map(setting -> "| " + cell(setting.getKey()) + " | " + cell(setting.getValue()) + " |\n")
                .collect(Collectors.joining("", "| setting | value |\n|---|---|\n", ""));
    }

    /** A text that stays in its cell and is nothing but text: a run's folder may come from anybody. */
    private static String cell(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ").replaceAll("([^\\p{L}\\p{N} ,.:;+-])", "\\\\$1");
    }
}
