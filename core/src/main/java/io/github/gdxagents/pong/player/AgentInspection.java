package io.github.gdxagents.pong.player;

import io.github.gdxagents.agent.network.Critic;
import io.github.gdxagents.agent.network.ForwardPass;
import io.github.gdxagents.agent.network.PolicyHead;
import io.github.gdxagents.agent.network.PolicyNetwork;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.PixelKind;
import java.util.Arrays;
import java.util.List;

/**
 * Looks into an agent while it plays, without leaving a trace in its play: its probabilities and values over the last decisions that
 * were looked at, its hidden units and what each of them looks for, and which pixels moved its last decision. One thread at a time, that of the match;
 * {@link #look} allocates nothing, except when the agent plays with another policy than before.
 */
public final class AgentInspection {

    /**
     * How many looks are remembered, at most one for each call of {@link #look}: eight seconds at 15 decisions a second, if each is
     * looked at. Where a match is played faster than it is looked at, most decisions are not.
     */
    public static final int MEMORY = 120;

    private final AgentPlayer agent;
    private final int actions;
    private final SparseVector changed;
    private final BinaryImage without = new BinaryImage();
    private final float[] influence = new float[BinaryImage.PIXELS];
    private final float[] probabilities;
    /** {@code [decisions][actions]}, a ring. */
    private final float[][] pastProbabilities;

    private final float[] pastValues = new float[MEMORY];
    private int newest = -1;
    private int remembered;
    private long seenDecisions;

    private PolicyNetwork network;
    private ForwardPass pass;
    private PolicyHead head;
    private boolean criticises;
    private int[] order;
    private float[] activations;
    private float[][] images;

    /**
     * Looks into an agent.
     *
     * @param agent who plays
     */
    public AgentInspection(AgentPlayer agent) {
        this.agent = agent;
        this.actions = agent.probabilities().length;
        this.changed = new SparseVector(agent.seen().size());
        this.probabilities = new float[actions];
        this.pastProbabilities = new float[MEMORY][actions];
        this.network = agent.decidedWith();
        this.pass = new ForwardPass(network);
        this.head = new PolicyHead(network.spec());
        this.criticises = network.spec().critic() != Critic.NONE;
        this.order = new int[units(network)];
        this.activations = new float[order.length];
        this.images = new float[order.length][];
    }

    private static int units(PolicyNetwork network) {
        List<Integer> hidden = network.spec().hidden();
        return hidden.isEmpty() ? 0 : hidden.get(0);
    }

    private void use(PolicyNetwork other) {
        network = other;
        pass = new ForwardPass(other);
        head = new PolicyHead(other.spec());
        criticises = other.spec().critic() != Critic.NONE;
        order = new int[units(other)];
        activations = new float[order.length];
        images = new float[order.length][];
    }

    /**
     * Looks at the agent's last decision, if there has been one since the last look, with the policy that made it. Of several
     * decisions since then only the last one is seen and remembered.
     *
     * @return whether there was a new decision
     */
    public boolean look() {
        if (agent.decisions() == seenDecisions) {
            return false;
        }
        if (agent.decisions() < seenDecisions) {
            // Another match has begun.
            remembered = 0;
        }
        seenDecisions = agent.decisions();
        if (agent.decidedWith() != network) {
            use(agent.decidedWith());
        }
        head.read(pass.forward(agent.seen()));
        System.arraycopy(head.probabilities(0), 0, probabilities, 0, actions);
        newest = (newest + 1) % MEMORY;
        remembered = Math.min(MEMORY, remembered + 1);
        System.arraycopy(probabilities, 0, pastProbabilities[newest], 0, actions);
        pastValues[newest] = criticises ? pass.value() : 0;
        if (activations.length > 0) {
            System.arraycopy(pass.hidden(0), 0, activations, 0, activations.length);
            sort();
        }
        findInfluence();
        return true;
    }

    /** Puts the units into the order of their activations, the highest first: by insertion, as they are few and nothing is allocated. */
    private void sort() {
        for (int place = 0; place < order.length; place++) {
            order[place] = place;
        }
        for (int place = 1; place < order.length; place++) {
            int unit = order[place];
            int before = place - 1;
            while (before >= 0 && activations[order[before]] < activations[unit]) {
                order[before + 1] = order[before];
                before--;
            }
            order[before + 1] = unit;
        }
    }

    /** A pixel's influence: how much less probable the chosen action would be if the pixel were dark in the present picture. */
    private void findInfluence() {
        BinaryImage picture = agent.picture();
        int chosen = agent.action();
        for (int pixel = 0; pixel < picture.count(); pixel++) {
            without.copyWithout(picture, pixel);
            agent.seeInstead(without, changed);
            head.read(pass.forward(changed));
            influence[pixel] = probabilities[chosen] - head.probabilities(0)[chosen];
        }
    }

    /**
     * The agent that is looked into.
     *
     * @return who plays
     */
    public AgentPlayer agent() {
        return agent;
    }

    /**
     * What a lit pixel of {@link AgentPlayer#picture()} did to the last decision.
     *
     * @param position of the lit pixel, 0 (inclusive) to the picture's count (exclusive)
     * @return −1 to 1: by how much the chosen action was more probable because of this pixel
     */
    public float influence(int position) {
        return influence[position];
    }

    /**
     * How many looks are remembered.
     *
     * @return 0 to {@value #MEMORY}
     */
    public int remembered() {
        return remembered;
    }

    /**
     * How probable an action was.
     *
     * @param age of the look: 0 (the last one) to {@link #remembered()} (exclusive)
     * @param action 0 (inclusive) to the number of actions (exclusive)
     * @return 0 to 1
     */
    public float probability(int age, int action) {
        return pastProbabilities[Math.floorMod(newest - age, MEMORY)][action];
    }

    /**
     * Whether the policy has a critic, and so values.
     *
     * @return whether {@link #value} means something
     */
    public boolean hasValues() {
        return criticises;
    }

    /**
     * What the agent expected of the future: its discounted reward until the next point or later, as it was trained.
     *
     * @param age of the look: 0 (the last one) to {@link #remembered()} (exclusive)
     * @return the critic's value; 0 without a critic
     */
    public float value(int age) {
        return pastValues[Math.floorMod(newest - age, MEMORY)];
    }

    /**
     * How many units the first hidden layer has.
     *
     * @return 0 or more
     */
    public int units() {
        return order.length;
    }

    /**
     * The unit at a place in the order of activations.
     *
     * @param place 0 (the most active one) to {@link #units()} (exclusive)
     * @return the unit
     */
    public int unitAt(int place) {
        return order[place];
    }

    /**
     * How active a unit was at the last decision.
     *
     * @param unit 0 (inclusive) to {@link #units()} (exclusive)
     * @return 0 or more for rectified units
     */
    public float activation(int unit) {
        return activations[unit];
    }

    /**
     * A unit's weight image: what a ball at each pixel of the present picture adds to the unit's input. For a policy that sees
     * pixels these are its weights; for one that sees sums of pixels, those of the sums. Computed for all units when first asked for
     * after a policy has come: some 20 ms.
     *
     * @param unit 0 (inclusive) to {@link #units()} (exclusive)
     * @return {@code [80 rows × 80 columns]}, row-major; not to be changed
     */
    public float[] weightImage(int unit) {
        if (images[unit] == null) {
            makeImages();
        }
        return images[unit];
    }

    private void makeImages() {
        int units = images.length;
        // The weights that leave an input stand side by side.
        float[] weights = network.parameters().get(0);
        without.clear();
        agent.seeInstead(without, changed);
        float[] still = new float[units];
        addInput(weights, changed, still);
        float[][] made = new float[units][BinaryImage.PIXELS];
        float[] sums = new float[units];
        for (int pixel = 0; pixel < BinaryImage.PIXELS; pixel++) {
            without.clear();
            without.light(pixel, PixelKind.BALL);
            agent.seeInstead(without, changed);
            Arrays.fill(sums, 0);
            addInput(weights, changed, sums);
            for (int unit = 0; unit < units; unit++) {
                made[unit][pixel] = sums[unit] - still[unit];
            }
        }
        images = made;
    }

    private static void addInput(float[] weights, SparseVector input, float[] sums) {
        for (int i = 0; i < input.count(); i++) {
            int first = input.index(i) * sums.length;
            float number = input.value(i);
            for (int unit = 0; unit < sums.length; unit++) {
                sums[unit] += number * weights[first + unit];
            }
        }
    }
}
