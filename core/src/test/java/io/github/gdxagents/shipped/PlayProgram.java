package io.github.gdxagents.shipped;

import com.badlogic.gdx.assets.AssetManager;
import com.badlogic.gdx.assets.loaders.FileHandleResolver;
import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.PolicyAgent;
import io.github.gdxagents.agent.gdx.PolicyLoader;
import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import java.io.File;
import java.util.function.Function;

/** What a shipped game does with a policy: loads it through libGDX's asset manager, and plays. */
public final class PlayProgram implements Function<String, String> {

    /** All actions of 100 decisions of a policy file, in one text. */
    @Override
    public String apply(String file) {
        FileHandleResolver resolver = name -> new FileHandle(new File(name));
        AssetManager assets = new AssetManager(resolver, false);
        assets.setLoader(Policy.class, PolicyLoader.SUFFIX, new PolicyLoader(resolver));
        assets.load(file, Policy.class);
        assets.finishLoading();
        Policy policy = assets.get(file, Policy.class);
        PolicyAgent agent = policy.agent(ActionChoice.SAMPLE, new RandomStream(1));
        Observation observation = policy.newObservation();
        Action action = policy.newAction();
        RandomStream world = new RandomStream(2);
        StringBuilder actions = new StringBuilder();
        agent.begin();
        for (int t = 0; t < 100; t++) {
            observation.clear();
            for (int i = 0; i < policy.observations().entries().size(); i++) {
                observation.set(i, (float) world.normal());
            }
            agent.act(observation, action);
            actions.append(action).append('\n');
        }
        assets.dispose();
        return actions.toString();
    }
}
