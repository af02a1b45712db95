package io.github.gdxagents.headless.ale;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that need the real cartridge: they are skipped, with the reason, where {@link RomLocator} finds none. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("ale")
@ExtendWith(RequiresRom.Condition.class)
public @interface RequiresRom {

    /** Asks the locator, with the environment of the test run. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            try {
                return ConditionEvaluationResult.enabled("ROM at "
                        + RomLocator.ofThisMachine()
                                .find(Optional.empty())
                                .rom()
                                .path());
            } catch (AleException e) {
                return ConditionEvaluationResult.disabled(e.getMessage());
            }
        }
    }
}
