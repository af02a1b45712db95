package io.github.gdxagents.agent.gdx;

import com.badlogic.gdx.assets.AssetDescriptor;
import com.badlogic.gdx.assets.AssetLoaderParameters;
import com.badlogic.gdx.assets.AssetManager;
import com.badlogic.gdx.assets.loaders.AsynchronousAssetLoader;
import com.badlogic.gdx.assets.loaders.FileHandleResolver;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.utils.Array;
import com.badlogic.gdx.utils.GdxRuntimeException;
import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.agent.policy.PolicyCodec;
import io.github.gdxagents.agent.policy.PolicyException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Loads policies through libGDX's {@link AssetManager}, beside textures and sounds and in its background thread. No application needs
 * to run, and nothing of {@code Gdx} is asked; the resolver alone says where files are.
 *
 * <pre>{@code
 * assets.setLoader(Policy.class, PolicyLoader.SUFFIX, new PolicyLoader(assets.getFileHandleResolver()));
 * assets.load("guard.policy", Policy.class);
 * // when it is loaded:
 * PolicyAgent agent = assets.get("guard.policy", Policy.class).agent(ActionChoice.SAMPLE, new RandomStream(seed));
 * }</pre>
 *
 * <p>A file that cannot be used comes out of {@link AssetManager#update} as a {@link GdxRuntimeException}, whose causes say in one
 * sentence which file, what was found and what was expected.
 */
public final class PolicyLoader extends AsynchronousAssetLoader<Policy, PolicyLoader.Parameters> {

    /** What the names of policies end with. */
    public static final String SUFFIX = ".policy";

    private @Nullable Policy loaded;

    /**
     * A loader.
     *
     * @param files where files are, for example the asset manager's own resolver
     */
    public PolicyLoader(FileHandleResolver files) {
        super(files);
    }

    /** How to load a policy: all as the file says, or without its critic. */
    public static final class Parameters extends AssetLoaderParameters<Policy> {

        private final boolean critic;

        /**
         * A way to load.
         *
         * @param critic whether the critic stays, if the file has one: it is needed only to show values
         */
        public Parameters(boolean critic) {
            this.critic = critic;
        }
    }

    /** Reads the file, in the asset manager's background thread. */
    @Override
    public void loadAsync(AssetManager manager, String fileName, FileHandle file, @Nullable Parameters parameters) {
        loaded = null;
        Policy policy = read(file);
        loaded = parameters == null || parameters.critic ? policy : policy.withoutCritic();
    }

    /** Gives what was read; nothing is left to do. */
    @Override
    public Policy loadSync(AssetManager manager, String fileName, FileHandle file, @Nullable Parameters parameters) {
        Policy policy = Objects.requireNonNull(loaded, "loadAsync comes first");
        loaded = null;
        return policy;
    }

    /** A policy needs no other asset. */
    @Override
    @SuppressWarnings("rawtypes") // As libGDX declares it.
    public @Nullable Array<AssetDescriptor> getDependencies(
            String fileName, FileHandle file, @Nullable Parameters parameters) {
        return null;
    }

    /**
     * Reads a policy without an asset manager.
     *
     * @param file where it is
     * @return what the file says
     * @throws GdxRuntimeException if there is no such file, it cannot be read, or it is not a policy that can be used
     */
    public static Policy read(FileHandle file) {
        try {
            return PolicyCodec.decode(file.readBytes(), file.path());
        } catch (PolicyException e) {
            throw new GdxRuntimeException(e.getMessage(), e);
        }
    }
}
