package io.github.gdxagents.pong.box2d;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.BodyDef.BodyType;
import com.badlogic.gdx.physics.box2d.Box2D;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.Shape;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.GdxNativesLoader;
import io.github.gdxagents.agent.random.RandomStream;
import io.github.gdxagents.pong.Court;
import io.github.gdxagents.pong.CourtPainter;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Side;
import io.github.gdxagents.pong.vision.BinaryImage;
import io.github.gdxagents.pong.vision.Frame;

/**
 * A court with real angles, growing speed and spin. Box2D says where ball and paddles are and what touches; what a touch does to the
 * ball's velocity is said by {@link PaddleBounce} and the rules here, after the step. The world's origin is the middle of the court,
 * so that both halves have the same numbers; 1 court unit is 0.1 m.
 *
 * <p>The world is kept from reset to reset; a court that was reset goes on exactly as a new one. One thread at a time, which need not
 * always be the same; nothing is allocated on Java's side by a tick. Holds native memory until {@link #close}; afterwards only the
 * plain numbers can be read.
 */
public final class Box2dCourt implements Court {

    /** Points that end a game. */
    private static final int POINTS = 21;

    /** Ticks that end a game: 18 minutes, as on the other courts. */
    private static final int MOST_TICKS = 65_200;

    private static final double METRES = 0.1;
    private static final float TICK_SECONDS = 1f / TICKS_PER_SECOND;
    private static final int VELOCITY_ITERATIONS = 8;
    private static final int POSITION_ITERATIONS = 3;
    private static final double MIDDLE = WIDTH / 2.0;
    private static final double WALL_HEIGHT = 40;

    /** How far to either side of the court the walls go on. */
    private static final double WALL_REACH = 200;

    /** Where bodies wait that are not on the court: far from everything, in units from the middle. */
    private static final double AWAY = 1000;

    private final PhysicsSpec spec;
    private final World world;
    private final Body ball;
    private final PhysicsPaddle leftPaddle;
    private final PhysicsPaddle rightPaddle;
    private final ContactNotes notes;
    private final BallFlight flight;

    private RandomStream random = new RandomStream(0);
    private double ballX;
    private double ballY;
    private int leftScore;
    private int rightScore;
    private int ticks;
    private int countdown;
    private int serveDirection;
    private double serveAngle;
    private boolean served;
    private boolean hitWall;
    private boolean hitLeft;
    private boolean hitRight;
    private int points;
    private boolean closed;

    /** A court with the game's own numbers; loads the natives. */
    public Box2dCourt() {
        this(PhysicsSpec.defaults());
    }

    /**
     * A court; loads the natives.
     *
     * @param spec its numbers
     */
    public Box2dCourt(PhysicsSpec spec) {
        // Box2D alone would miss the natives that share buffers with it.
        GdxNativesLoader.load();
        Box2D.init();
        this.spec = spec;
        this.flight = new BallFlight(spec);
        this.world = new World(new Vector2(0, 0), false);
        try {
            Body upper = wall(-1);
            Body lower = wall(1);
            this.leftPaddle = new PhysicsPaddle(paddle(LEFT_PADDLE_X), spec);
            this.rightPaddle = new PhysicsPaddle(paddle(RIGHT_PADDLE_X), spec);
            this.ball = ball();
            this.notes = new ContactNotes(upper, lower, leftPaddle.body());
            world.setContactListener(notes);
            reset(random);
        } catch (Throwable failure) {
            world.dispose();
            throw failure;
        }
    }

    private Body wall(int side) {
        BodyDef definition = new BodyDef();
        definition.type = BodyType.StaticBody;
        definition.position.set(0, metres(side * (HEIGHT + WALL_HEIGHT) / 2));
        return body(definition, box(WIDTH + 2 * WALL_REACH, WALL_HEIGHT));
    }

    private Body paddle(double x) {
        BodyDef definition = new BodyDef();
        definition.type = BodyType.KinematicBody;
        definition.position.set(metres(x + PADDLE_WIDTH / 2.0 - MIDDLE), 0);
        return body(definition, box(PADDLE_WIDTH, PADDLE_HEIGHT));
    }

    private Body ball() {
        BodyDef definition = new BodyDef();
        definition.type = BodyType.DynamicBody;
        definition.bullet = true;
        definition.fixedRotation = true;
        definition.allowSleep = false;
        CircleShape circle = new CircleShape();
        circle.setRadius(metres(spec.ballRadius()));
        return body(definition, circle);
    }

    private static PolygonShape box(double width, double height) {
        PolygonShape box = new PolygonShape();
        box.setAsBox(metres(width / 2), metres(height / 2));
        return box;
    }

    /** Makes a body of one shape, and gives the shape back. */
    private Body body(BodyDef definition, Shape shape) {
        try {
            Body body = world.createBody(definition);
            FixtureDef fixture = new FixtureDef();
            fixture.shape = shape;
            fixture.density = 1;
            fixture.friction = 0;
            fixture.restitution = 1;
            body.createFixture(fixture);
            return body;
        } finally {
            shape.dispose();
        }
    }

    /** Natives take what they are given: nothing but numbers may get there. */
    static float metres(double units) {
        float metres = (float) (units * METRES);
        if (!Float.isFinite(metres)) {
            throw new IllegalStateException("a length or speed must be finite, but was " + units);
        }
        return metres;
    }

    /** From units a tick. */
    static float metresPerSecond(double speed) {
        return metres(speed * TICKS_PER_SECOND);
    }

    /** From metres to the world's origin to units from a court's edge. */
    static double units(float metres) {
        return MIDDLE + metres / METRES;
    }

    /** {@inheritDoc} Draws the first serve. */
    @Override
    public void reset(RandomStream stream) {
        requireOpen();
        random = stream;
        leftScore = 0;
        rightScore = 0;
        ticks = 0;
        clearEvents();
        sweep();
        awaitServe(random.below(2) == 0 ? 1 : -1);
    }

    /** Everything apart and back: no touch and no hull of the game before is left in the world. */
    private void sweep() {
        placeBall(0, AWAY);
        leftPaddle.place(-AWAY);
        rightPaddle.place(-AWAY);
        world.step(TICK_SECONDS, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
        placeBall(0, 2 * AWAY);
        leftPaddle.place(0);
        rightPaddle.place(0);
    }

    /** Puts the ball somewhere, at rest, in units from the middle. */
    private void placeBall(double x, double y) {
        ball.setTransform(metres(x), metres(y), 0);
        ball.setLinearVelocity(0, 0);
    }

    private void awaitServe(int direction) {
        flight.stop();
        placeBall(0, AWAY);
        ballX = MIDDLE;
        ballY = MIDDLE;
        countdown = spec.serveDelay();
        serveDirection = direction;
        serveAngle = (2 * random.uniform() - 1) * spec.serveAngle();
    }

    @Override
    public void step(Move left, Move right) {
        requireOpen();
        clearEvents();
        if (over()) {
            return;
        }
        ticks++;
        leftPaddle.drive(left);
        rightPaddle.drive(right);
        boolean inPlay = ballInPlay();
        if (inPlay) {
            flight.fly();
            ball.setLinearVelocity(metresPerSecond(flight.velocityX()), metresPerSecond(flight.velocityY()));
        }
        notes.clear();
        world.step(TICK_SECONDS, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
        leftPaddle.read();
        rightPaddle.read();
        if (inPlay) {
            followBall(left, right);
        } else if (--countdown == 0) {
            serve(serveDirection, serveAngle);
        }
    }

    private void followBall(Move left, Move right) {
        double before = ballX;
        Vector2 place = ball.getPosition();
        ballX = units(place.x);
        ballY = units(place.y);
        keepBetweenWalls();
        if (notes.left() && flight.direction() < 0) {
            if (Math.min(before, ballX) > LEFT_PADDLE_X + PADDLE_WIDTH / 2.0) {
                flight.hit(ballY - leftPaddle.y(), leftPaddle.velocity(), left.fire());
                hitLeft = true;
            } else {
                passPaddle(before);
            }
        } else if (notes.right() && flight.direction() > 0) {
            if (Math.max(before, ballX) < RIGHT_PADDLE_X + PADDLE_WIDTH / 2.0) {
                flight.hit(ballY - rightPaddle.y(), rightPaddle.velocity(), right.fire());
                hitRight = true;
            } else {
                passPaddle(before);
            }
        }
        // A hit under the wall may send the ball right into it.
        if (notes.upper() && flight.velocityY() < 0) {
            flight.bounceOffWall(1);
            hitWall = true;
        } else if (notes.lower() && flight.velocityY() > 0) {
            flight.bounceOffWall(-1);
            hitWall = true;
        }
        if (ballX < 0) {
            score(1);
        } else if (ballX > WIDTH) {
            score(-1);
        }
    }

    /** A ball that has passed a paddle's middle goes on to its end, whatever the paddle does to it from the side or from behind. */
    private void passPaddle(double before) {
        double onward = before + flight.velocityX();
        if (flight.direction() * (onward - ballX) > 0) {
            ballX = onward;
            placeBall(ballX - MIDDLE, ballY - MIDDLE);
        }
    }

    /** A paddle that presses the ball against a wall could press it into the wall. */
    private void keepBetweenWalls() {
        double inside = Math.max(spec.ballRadius(), Math.min(HEIGHT - spec.ballRadius(), ballY));
        // The world itself lets bodies overlap by a twentieth of a unit.
        if (Math.abs(inside - ballY) > spec.ballRadius() / 4) {
            ballY = inside;
            placeBall(ballX - MIDDLE, ballY - MIDDLE);
        }
    }

    /** A point for the right (1) or the left (−1) side; the next serve goes to the other one. */
    private void score(int side) {
        points = side;
        if (side > 0) {
            rightScore++;
        } else {
            leftScore++;
        }
        awaitServe(-side);
    }

    /** Begins a rally from the middle, towards 1 (right) or −1 (left), at an angle that is positive downwards. */
    void serve(int direction, double angle) {
        countdown = 0;
        placeBall(0, 0);
        ballX = MIDDLE;
        ballY = MIDDLE;
        flight.serve(direction, angle);
        served = true;
    }

    private void clearEvents() {
        served = false;
        hitWall = false;
        hitLeft = false;
        hitRight = false;
        points = 0;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the court is closed");
        }
    }

    @Override
    public boolean ballInPlay() {
        return countdown == 0;
    }

    @Override
    public double ballX() {
        return ballX;
    }

    @Override
    public double ballY() {
        return ballY;
    }

    @Override
    public double ballVelocityX() {
        return flight.velocityX();
    }

    @Override
    public double ballVelocityY() {
        return flight.velocityY();
    }

    /**
     * How the ball spins.
     *
     * @return what its flight turns by, in radians a tick; positive from the right to downwards
     */
    public double ballSpin() {
        return flight.spin();
    }

    @Override
    public double paddleY(Side side) {
        return side == Side.LEFT ? leftPaddle.y() : rightPaddle.y();
    }

    @Override
    public double paddleSpeed() {
        return spec.paddleSpeed();
    }

    @Override
    public int score(Side side) {
        return side == Side.LEFT ? leftScore : rightScore;
    }

    @Override
    public int ticksToServe() {
        return countdown;
    }

    @Override
    public boolean served() {
        return served;
    }

    @Override
    public boolean hitWall() {
        return hitWall;
    }

    @Override
    public boolean hitBy(Side side) {
        return side == Side.LEFT ? hitLeft : hitRight;
    }

    @Override
    public boolean pointFor(Side side) {
        return points == (side == Side.LEFT ? -1 : 1);
    }

    /** {@inheritDoc} Here with 21 points, or after 18 minutes. */
    @Override
    public boolean over() {
        return leftScore >= POINTS || rightScore >= POINTS || ticks >= MOST_TICKS;
    }

    @Override
    public void picture(BinaryImage into) {
        requireOpen();
        CourtPainter.picture(this, into);
    }

    @Override
    public void screen(Frame into) {
        requireOpen();
        CourtPainter.screen(this, into);
    }

    @Override
    public long fingerprint() {
        requireOpen();
        long hash = RandomStream.hash(ticks);
        hash = RandomStream.hash(hash ^ ((long) leftScore << 40 | (long) rightScore << 20 | countdown));
        hash = add(hash, ballX);
        hash = add(hash, ballY);
        hash = add(hash, flight.velocityX());
        hash = add(hash, flight.velocityY());
        hash = add(hash, flight.spin());
        hash = add(hash, flight.pace());
        hash = add(hash, leftPaddle.y());
        hash = add(hash, leftPaddle.velocity());
        hash = add(hash, rightPaddle.y());
        hash = add(hash, rightPaddle.velocity());
        return add(hash, serveDirection * (2 + serveAngle));
    }

    private static long add(long hash, double value) {
        return RandomStream.hash(hash ^ Double.doubleToLongBits(value));
    }

    /** Gives the world's native memory back; a second call does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            world.dispose();
        }
    }
}
