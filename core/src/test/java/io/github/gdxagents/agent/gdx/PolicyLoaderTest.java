package io.github.gdxagents.agent.gdx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.assets.AssetManager;
import com.badlogic.gdx.assets.loaders.FileHandleResolver;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.utils.GdxRuntimeException;
import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.PolicyAgent;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.policy.Policies;
import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.agent.policy.PolicyException;
import io.github.gdxagents.agent.policy.PolicyFiles;
import io.github.gdxagents.agent.policy.WeightPrecision;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No application runs here: the fields of Gdx are null from the beginning to the end. */
class PolicyLoaderTest {

    @TempDir
    private Path folder;

    private AssetManager assets;

    @BeforeEach
    void managerWithoutAnApplication() {
        assertNull(Gdx.app);
        assertNull(Gdx.files);
        FileHandleResolver resolver =
                name -> new FileHandle(folder.resolve(name).toFile());
        assets = new AssetManager(resolver, false);
        assets.setLoader(Policy.class, PolicyLoader.SUFFIX, new PolicyLoader(resolver));
    }

    @AfterEach
    void nothingOfGdxWasTouched() {
        assets.dispose();
        assertNull(Gdx.app);
        assertNull(Gdx.files);
    }

    private Policy write(String name, Critic critic) {
        Policy policy = Policies.policy(critic);
        PolicyFiles.write(policy, WeightPrecision.FULL, folder.resolve(name));
        return policy;
    }

    @Test
    void loadsInTheBackgroundAndPlays() {
        Policy written = write("guard.policy", Critic.SHARED);
        assets.load("guard.policy", Policy.class);
        while (!assets.update()) {
            Thread.onSpinWait();
        }
        Policy policy = assets.get("guard.policy", Policy.class);
        assertEquals(Critic.SHARED, policy.network().spec().critic());

        Observation observation = policy.newObservation();
        Action action = policy.newAction();
        Action wanted = policy.newAction();
        PolicyAgent agent = policy.agent(ActionChoice.SAMPLE, new RandomStream(1));
        PolicyAgent expected = written.agent(ActionChoice.SAMPLE, new RandomStream(1));
        RandomStream world = new RandomStream(2);
        for (int t = 0; t < 50; t++) {
            Policies.observe(world, observation);
            agent.act(observation, action);
            expected.act(observation, wanted);
            assertEquals(wanted.toString(), action.toString());
        }
    }

    @Test
    void severalAreLoadedOneAfterTheOther() {
        write("guard.policy", Critic.NONE);
        write("wolf.policy", Critic.SEPARATE);
        assets.load("guard.policy", Policy.class);
        assets.load("wolf.policy", Policy.class);
        assets.finishLoading();
        assertEquals(
                Critic.NONE,
                assets.get("guard.policy", Policy.class).network().spec().critic());
        assertEquals(
                Critic.SEPARATE,
                assets.get("wolf.policy", Policy.class).network().spec().critic());
        assets.unload("wolf.policy");
        assertEquals(1, assets.getLoadedAssets());
    }

    @Test
    void theCriticMayStayInTheFile() {
        write("guard.policy", Critic.SEPARATE);
        assets.load("guard.policy", Policy.class, new PolicyLoader.Parameters(false));
        assertEquals(
                Critic.NONE,
                assets.<Policy>finishLoadingAsset("guard.policy")
                        .network()
                        .spec()
                        .critic());
    }

    @Test
    void aFileThatIsNoPolicyComesOutWithItsSentence() throws IOException {
        Files.write(folder.resolve("broken.policy"), new byte[30]);
        assets.load("broken.policy", Policy.class);
        GdxRuntimeException e = assertThrows(GdxRuntimeException.class, () -> assets.finishLoading());
        PolicyException cause = cause(e);
        assertTrue(cause.getMessage().contains("broken.policy is not a policy"), cause.getMessage());
    }

    @Test
    void aMissingFileIsNamed() {
        assets.load("none.policy", Policy.class);
        GdxRuntimeException e = assertThrows(GdxRuntimeException.class, () -> assets.finishLoading());
        String messages = "";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            messages += cause.getMessage() + "\n";
        }
        assertTrue(messages.contains("none.policy"), messages);
    }

    @Test
    void aFileIsReadWithoutAManagerToo() {
        write("guard.policy", Critic.NONE);
        Policy policy =
                PolicyLoader.read(new FileHandle(folder.resolve("guard.policy").toFile()));
        assertEquals("trial", policy.game());
    }

    private static PolicyException cause(Throwable e) {
        return e instanceof PolicyException found ? found : cause(e.getCause());
    }
}
