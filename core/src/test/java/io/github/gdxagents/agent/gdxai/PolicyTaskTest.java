package io.github.gdxagents.agent.gdxai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.ai.btree.BehaviorTree;
import com.badlogic.gdx.ai.btree.LeafTask;
import com.badlogic.gdx.ai.btree.Task;
import com.badlogic.gdx.ai.btree.branch.Selector;
import com.badlogic.gdx.ai.btree.utils.BehaviorTreeLibrary;
import com.badlogic.gdx.ai.btree.utils.BehaviorTreeParser;
import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.PolicyAgent;
import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.policy.Policies;
import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In real trees, without a running application. */
class PolicyTaskTest {

    private static final Policy POLICY = Policies.policy(Critic.NONE);

    /** A character that sees the same world for the same seed, and notes what its policies make it do. */
    private static final class Guard implements PolicyActor {

        private final Map<String, PolicyBody> bodies = new HashMap<>();
        private final RandomStream world;
        private final List<String> deeds = new ArrayList<>();
        private Task.Status next = Task.Status.RUNNING;

        Guard(long seed, int ticks) {
            world = new RandomStream(seed);
            for (String name : List.of("", "fight")) {
                bodies.put(name, body(name, POLICY.agent(ActionChoice.SAMPLE, new RandomStream(seed)), ticks));
            }
        }

        PolicyBody body(String name, Agent agent, int ticks) {
            return new PolicyBody(POLICY, agent, ticks, into -> Policies.observe(world, into), action -> {
                deeds.add(name + action);
                return next;
            });
        }

        @Override
        public PolicyBody body(String policy) {
            PolicyBody body = bodies.get(policy);
            if (body == null) {
                throw new IllegalArgumentException("a guard has no policy '" + policy + "'");
            }
            return body;
        }
    }

    private static List<String> expected(long seed, String name, int decisions, int ticks) {
        PolicyAgent agent = POLICY.agent(ActionChoice.SAMPLE, new RandomStream(seed));
        RandomStream world = new RandomStream(seed);
        Observation observation = POLICY.newObservation();
        Action action = POLICY.newAction();
        List<String> deeds = new ArrayList<>();
        for (int t = 0; t < decisions; t++) {
            Policies.observe(world, observation);
            agent.act(observation, action);
            for (int tick = 0; tick < ticks; tick++) {
                deeds.add(name + action);
            }
        }
        return deeds;
    }

    @Test
    void playsThePolicyStepByStep() {
        assertNull(Gdx.app);
        Guard guard = new Guard(7, 1);
        BehaviorTree<Guard> tree = new BehaviorTree<>(new PolicyTask<>(), guard);
        for (int t = 0; t < 20; t++) {
            tree.step();
            assertEquals(Task.Status.RUNNING, tree.getStatus());
        }
        assertEquals(expected(7, "", 20, 1), guard.deeds);
    }

    @Test
    void betweenDecisionsTheLastActionGoesOn() {
        Guard guard = new Guard(7, 4);
        BehaviorTree<Guard> tree = new BehaviorTree<>(new PolicyTask<>(), guard);
        for (int t = 0; t < 20; t++) {
            tree.step();
        }
        assertEquals(expected(7, "", 5, 4), guard.deeds);
    }

    @Test
    void theBodySaysHowTheTaskEnds() {
        Guard guard = new Guard(7, 1);
        BehaviorTree<Guard> tree = new BehaviorTree<>(new PolicyTask<>(), guard);
        tree.step();
        guard.next = Task.Status.SUCCEEDED;
        tree.step();
        assertEquals(Task.Status.SUCCEEDED, tree.getStatus());
        guard.next = Task.Status.FAILED;
        tree.step();
        assertEquals(Task.Status.FAILED, tree.getStatus());
    }

    @Test
    void eachStartOfTheTaskBeginsAnEpisode() {
        int[] begun = {0};
        Guard guard = new Guard(1, 1);
        Agent rule = new Agent() {
            @Override
            public void begin() {
                begun[0]++;
            }

            @Override
            public void act(Observation observation, Action into) {
                into.choose(0, 2);
            }
        };
        guard.bodies.put("", guard.body("rule ", rule, 3));
        BehaviorTree<Guard> tree = new BehaviorTree<>(new PolicyTask<>(), guard);
        tree.step();
        tree.step();
        assertEquals(1, begun[0]);
        guard.next = Task.Status.SUCCEEDED;
        tree.step();
        guard.next = Task.Status.RUNNING;
        tree.step();
        assertEquals(2, begun[0]);
        assertEquals("rule choices [2, 0] values [0.0, 10.0]", guard.deeds.get(3));
    }

    /** Fails until it is told otherwise. */
    public static final class Never extends LeafTask<Guard> {

        @Override
        public Status execute() {
            return Status.FAILED;
        }

        @Override
        protected Task<Guard> copyTo(Task<Guard> task) {
            return task;
        }
    }

    @Test
    void aLibraryOfTreesGivesEachCharacterItsOwn() {
        Selector<Guard> root = new Selector<>();
        root.addChild(new Never());
        root.addChild(new PolicyTask<>("fight"));
        BehaviorTree<Guard> archetype = new BehaviorTree<>(root);
        BehaviorTreeLibrary library = new BehaviorTreeLibrary();
        library.registerArchetypeTree("guard", archetype);
        Guard one = new Guard(3, 1);
        Guard other = new Guard(4, 1);
        BehaviorTree<Guard> oneTree = library.createBehaviorTree("guard", one);
        BehaviorTree<Guard> otherTree = library.createBehaviorTree("guard", other);
        assertNotSame(oneTree.getChild(0).getChild(1), otherTree.getChild(0).getChild(1));
        for (int t = 0; t < 10; t++) {
            oneTree.step();
            otherTree.step();
        }
        assertEquals(expected(3, "fight", 10, 1), one.deeds);
        assertEquals(expected(4, "fight", 10, 1), other.deeds);
    }

    @Test
    void aGuardOfTheTaskIsClonedWithIt() {
        PolicyTask<Guard> task = new PolicyTask<>("fight");
        task.setGuard(new Never());
        Task<Guard> clone = task.cloneTask();
        assertNotSame(task.getGuard(), clone.getGuard());
        assertEquals("fight", ((PolicyTask<Guard>) clone).policy);
    }

    @Test
    void treeFilesNameTheTaskAndItsPolicy() {
        String file = """
                import policy:"io.github.gdxagents.agent.gdxai.PolicyTask"
                import never:"io.github.gdxagents.agent.gdxai.PolicyTaskTest$Never"
                root
                  selector
                    never
                    policy policy:"fight"
                """;
        Guard guard = new Guard(5, 1);
        BehaviorTree<Guard> tree = new BehaviorTreeParser<Guard>().parse(file, guard);
        tree.step();
        assertEquals(expected(5, "fight", 1, 1), guard.deeds);
    }

    @Test
    void aPooledTaskForgetsItsPolicy() {
        PolicyTask<Guard> task = new PolicyTask<>("fight");
        task.reset();
        assertEquals("", task.policy);
    }

    @Test
    void anUnknownPolicyIsTheCharactersError() {
        BehaviorTree<Guard> tree = new BehaviorTree<>(new PolicyTask<>("swim"), new Guard(1, 1));
        assertThrows(IllegalArgumentException.class, () -> tree.step());
    }
}
