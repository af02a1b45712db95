package io.github.gdxagents.desktop.asset;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.utils.GdxRuntimeException;
import io.github.gdxagents.agent.gdx.PolicyLoader;
import io.github.gdxagents.desktop.play.Policy;
import io.github.gdxagents.desktop.play.PolicyException;
import io.github.gdxagents.desktop.play.PolicySource;
import io.github.gdxagents.pong.match.CourtKind;
import java.util.function.Function;

/** The policies that ship with the program, one for each court: {@code policy/<court>.policy} among the assets. */
public final class ShippedPolicies implements PolicySource {

    private final Function<String, FileHandle> files;

    /**
     * A source of policies; nothing is read yet.
     *
     * @param files finds an asset by its path
     */
    public ShippedPolicies(Function<String, FileHandle> files) {
        this.files = files;
    }

    @Override
    public Policy policy(CourtKind court) {
        String path = "policy/" + court.label() + PolicyLoader.SUFFIX;
        try {
            return PolicyFile.of(PolicyLoader.read(files.apply(path)), path);
        } catch (GdxRuntimeException e) {
            throw new PolicyException("the policy that ships with this program cannot be read: " + e.getMessage(), e);
        }
    }
}
