package io.github.gdxagents.headless;

import io.github.gdxagents.files.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class CodeVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {describe()};
    }

    /** Name, version and commit in one line. */
    static String describe() {
        return ProgramVersion.describe(CodeVersion.class);
    }
}
