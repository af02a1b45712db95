package io.github.gdxagents.lander;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.BodyDef.BodyType;
import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.physics.box2d.ChainShape;
import com.badlogic.gdx.physics.box2d.Fixture;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.MassData;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.Shape;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.GdxNativesLoader;
import io.github.gdxagents.agent.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * A lander over uneven ground. A main engine pushes along its upright axis, thrusters at its sides push across and tilt it; it is to
 * stand on its pad, slow and upright. Box2D says how bodies move and what touches; what a touch means is said here, after the step.
 *
 * <p>The same stream and the same thrusts give the same flight bit for bit, for the same version of the program on the same platform
 * (see docs/adr/0012-physics-court.md). Every flight has a world of its own, so nothing of one flight is left in the next. One
 * thread at a time, which need not always be the same; a tick allocates nothing on Java's side, a reset does. Holds native memory
 * until {@link #close}; afterwards only the plain numbers can be read.
 */
public final class Lander implements LanderView, AutoCloseable {

    private static final float TICK_SECONDS = 1f / TICKS_PER_SECOND;
    private static final int VELOCITY_ITERATIONS = 8;
    private static final int POSITION_ITERATIONS = 3;
    private static final float FRICTION = 0.8f;

    private final LanderSpec spec;
    private final Ground ground;
    private final Vector2 vector = new Vector2();
    private @Nullable Flight flight;

    private float x;
    private float y;
    private float velocityX;
    private float velocityY;
    private float angle;
    private float angularVelocity;
    private boolean leftLegTouches;
    private boolean rightLegTouches;
    private float mainThrust;
    private float sideThrust;
    private double fuelUsed;
    private int ticks;
    private int stillTicks;
    private LanderStatus status = LanderStatus.FLYING;
    private boolean closed;

    /** What Box2D holds of a flight. */
    private record Flight(World world, Body body, ContactNotes notes) {}

    /** A lander with the game's own numbers, at the start of a first flight; loads the natives. */
    public Lander() {
        this(LanderSpec.defaults());
    }

    /**
     * A lander at the start of a first flight; loads the natives.
     *
     * @param spec its numbers
     */
    public Lander(LanderSpec spec) {
        // Box2D alone would miss the natives that share buffers with it.
        GdxNativesLoader.load();
        Box2D.init();
        this.spec = spec;
        this.ground = new Ground(spec);
        reset(new RandomStream(0));
    }

    /**
     * Begins a flight: new ground, a new place for the pad, the lander high above the middle of the world, drifting and tilted a
     * little.
     *
     * @param random all chance of the flight is drawn from it now; it is not kept
     * @throws IllegalStateException if the lander is closed
     */
    public void reset(RandomStream random) {
        requireOpen();
        ground.draw(random);
        double across = spec.startSpeed() * (2 * random.uniform() - 1);
        double down = spec.startSpeed() * random.uniform();
        double tilt = spec.startAngle() * (2 * random.uniform() - 1);
        replaceFlight(tilt);
        Body body = flight().body();
        body.setLinearVelocity((float) across, (float) -down);
        mainThrust = 0;
        sideThrust = 0;
        fuelUsed = 0;
        ticks = 0;
        stillTicks = 0;
        leftLegTouches = false;
        rightLegTouches = false;
        status = LanderStatus.FLYING;
        read(body);
    }

    private void replaceFlight(double tilt) {
        World world = new World(new Vector2(0, (float) -spec.gravity()), false);
        try {
            Body rock = world.createBody(new BodyDef());
            fix(rock, chain(ground.line(true)));
            fix(rock, chain(ground.line(false)));
            Fixture pad = fix(rock, chain(ground.pad()));
            Body body = body(world, tilt);
            fix(body, polygon(LanderPart.HULL));
            Fixture leftLeg = fix(body, polygon(LanderPart.LEFT_LEG));
            Fixture rightLeg = fix(body, polygon(LanderPart.RIGHT_LEG));
            MassData mass = new MassData();
            mass.mass = (float) spec.mass();
            mass.I = (float) spec.inertia();
            body.setMassData(mass);
            ContactNotes notes = new ContactNotes(pad, leftLeg, rightLeg);
            world.setContactListener(notes);
            disposeOfFlight();
            flight = new Flight(world, body, notes);
        } catch (Throwable failure) {
            world.dispose();
            throw failure;
        }
    }

    private Body body(World world, double tilt) {
        BodyDef definition = new BodyDef();
        definition.type = BodyType.DynamicBody;
        definition.position.set((float) (spec.width() / 2), (float) (spec.height() - LanderSpec.START_BELOW_TOP));
        definition.angle = (float) tilt;
        definition.angularDamping = (float) spec.damping();
        definition.allowSleep = false;
        return world.createBody(definition);
    }

    private static ChainShape chain(float[] line) {
        ChainShape chain = new ChainShape();
        chain.createChain(line);
        return chain;
    }

    private static PolygonShape polygon(LanderPart part) {
        PolygonShape polygon = new PolygonShape();
        polygon.set(part.outline());
        return polygon;
    }

    /** Fixes a shape to a body, and gives the shape back. */
    private static Fixture fix(Body body, Shape shape) {
        try {
            FixtureDef definition = new FixtureDef();
            definition.shape = shape;
            definition.density = 1;
            definition.friction = FRICTION;
            return body.createFixture(definition);
        } finally {
            shape.dispose();
        }
    }

    private Flight flight() {
        Flight present = flight;
        if (present == null) {
            throw new IllegalStateException("the lander is closed");
        }
        return present;
    }

    /**
     * One tick of 1/60 s. Does nothing once the flight has ended; time that is up does not end it.
     *
     * @param main thrust of the main engine, 0 to 1; less counts as 0, more as 1
     * @param side thrust of the thrusters at the sides, −1 (push and tilt to the left) to 1 (to the right); less and more count as
     *     these
     * @throws IllegalArgumentException if one of them is no number
     * @throws IllegalStateException if the lander is closed
     */
    public void step(float main, float side) {
        Flight present = flight();
        if (Float.isNaN(main) || Float.isNaN(side)) {
            throw new IllegalArgumentException("thrust must be a number, but was " + main + " and " + side);
        }
        if (status.ended()) {
            return;
        }
        ticks++;
        burn(Math.max(0, Math.min(1, main)), Math.max(-1, Math.min(1, side)));
        push(present.body());
        present.notes().clear();
        double speedBefore = speed();
        present.world().step(TICK_SECONDS, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
        read(present.body());
        leftLegTouches = present.notes().left();
        rightLegTouches = present.notes().right();
        judge(present.notes(), speedBefore);
    }

    /**
     * One tick with one engine, or none, fully on.
     *
     * @param control which
     * @throws IllegalStateException if the lander is closed
     */
    public void step(LanderControl control) {
        step(control.main(), control.side());
    }

    /** What the engines give, as long as there is fuel for the whole tick. */
    private void burn(float main, float side) {
        double after = fuelUsed + (main + spec.sideFuel() * Math.abs(side)) / TICKS_PER_SECOND;
        boolean enough = after <= spec.fuelSeconds();
        mainThrust = enough ? main : 0;
        sideThrust = enough ? side : 0;
        fuelUsed = enough ? after : fuelUsed;
    }

    private void push(Body body) {
        if (mainThrust > 0) {
            // Box2D turns the vector itself, and hands out one that it keeps.
            Vector2 force = body.getWorldVector(vector.set(0, mainThrust * (float) spec.mainThrust()));
            body.applyForceToCenter(force.x, force.y, true);
        }
        if (sideThrust != 0) {
            float thrust = sideThrust * (float) spec.sideThrust();
            Vector2 force = body.getWorldVector(vector.set(thrust, 0));
            body.applyForceToCenter(force.x, force.y, true);
            body.applyTorque(-thrust * (float) spec.sideArm(), true);
        }
    }

    private void read(Body body) {
        Vector2 place = body.getPosition();
        x = place.x;
        y = place.y;
        Vector2 velocity = body.getLinearVelocity();
        velocityX = velocity.x;
        velocityY = velocity.y;
        angle = body.getAngle();
        angularVelocity = body.getAngularVelocity();
    }

    private void judge(ContactNotes notes, double speedBefore) {
        boolean tooFast = (notes.left() || notes.right()) && speedBefore > spec.safeSpeed();
        if (notes.hull() || tooFast) {
            status = LanderStatus.CRASHED;
        } else if (!(x >= 0 && x <= spec.width() && y >= 0 && y <= spec.height())) {
            status = LanderStatus.OUT_OF_BOUNDS;
        } else {
            boolean still = speed() <= spec.stillSpeed() && Math.abs(angle) <= spec.safeAngle();
            stillTicks = notes.bothOnPad() && still ? stillTicks + 1 : 0;
            if (stillTicks >= spec.stillTicks()) {
                status = LanderStatus.LANDED;
            }
        }
    }

    private double speed() {
        return Math.sqrt((double) velocityX * velocityX + (double) velocityY * velocityY);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the lander is closed");
        }
    }

    @Override
    public LanderSpec spec() {
        return spec;
    }

    @Override
    public int groundPoints() {
        return Ground.POINTS;
    }

    @Override
    public float groundX(int point) {
        return ground.x(point);
    }

    @Override
    public float groundY(int point) {
        return ground.y(point);
    }

    @Override
    public float padX() {
        return ground.padX();
    }

    @Override
    public float padY() {
        return ground.padY();
    }

    @Override
    public float x() {
        return x;
    }

    @Override
    public float y() {
        return y;
    }

    @Override
    public float velocityX() {
        return velocityX;
    }

    @Override
    public float velocityY() {
        return velocityY;
    }

    @Override
    public float angle() {
        return angle;
    }

    @Override
    public float angularVelocity() {
        return angularVelocity;
    }

    @Override
    public boolean leftLegTouches() {
        return leftLegTouches;
    }

    @Override
    public boolean rightLegTouches() {
        return rightLegTouches;
    }

    @Override
    public float mainThrust() {
        return mainThrust;
    }

    @Override
    public float sideThrust() {
        return sideThrust;
    }

    @Override
    public float fuelUsed() {
        return (float) fuelUsed;
    }

    @Override
    public int ticks() {
        return ticks;
    }

    @Override
    public LanderStatus status() {
        return status;
    }

    /** Gives the world's native memory back; a second call does nothing. */
    @Override
    public void close() {
        closed = true;
        disposeOfFlight();
    }

    private void disposeOfFlight() {
        Flight past = flight;
        if (past != null) {
            flight = null;
            past.world().dispose();
        }
    }
}
