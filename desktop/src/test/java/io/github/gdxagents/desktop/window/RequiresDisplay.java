package io.github.gdxagents.desktop.window;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that open a window: they are skipped, with the reason, where there is no display or no {@code xdotool}. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("window")
@ExtendWith(RequiresDisplay.Condition.class)
@interface RequiresDisplay {

    /** Looks at the environment of the test run. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String display = System.getenv("DISPLAY");
            if (display == null || display.isBlank()) {
                return ConditionEvaluationResult.disabled("no window here: the variable DISPLAY is not set");
            }
            if (!xdotoolAnswers()) {
                return ConditionEvaluationResult.disabled(
                        "nobody presses keys: xdotool is not installed, or cannot reach display " + display);
            }
            return ConditionEvaluationResult.enabled("display " + display);
        }

        private static boolean xdotoolAnswers() {
            try {
                Process process = new ProcessBuilder("xdotool", "getmouselocation")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
