package io.github.gdxagents.desktop;

import io.github.gdxagents.files.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class CodeVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {ProgramVersion.describe(CodeVersion.class)};
    }
}
