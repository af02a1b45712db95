package io.github.gdxagents.desktop.asset;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.audio.Sound;
import com.badlogic.gdx.utils.Disposable;
import io.github.gdxagents.desktop.settings.Settings;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Side;

/** The three sounds of the game. Where there is no sound device they are silent. */
public final class Sounds implements Disposable {

    private static final String MUTED = "muted";

    private final Settings settings;
    private final Sound hit;
    private final Sound wall;
    private final Sound point;
    private boolean muted;
    private boolean pointHeard;
    private boolean hitHeard;
    private boolean wallHeard;

    /**
     * Loads them; needs a running application.
     *
     * @param settings where it is kept whether they are muted
     */
    public Sounds(Settings settings) {
        this.settings = settings;
        this.muted = Boolean.parseBoolean(settings.get(MUTED, "false"));
        hit = Gdx.audio.newSound(Gdx.files.internal("sounds/hit.wav"));
        wall = Gdx.audio.newSound(Gdx.files.internal("sounds/wall.wav"));
        point = Gdx.audio.newSound(Gdx.files.internal("sounds/point.wav"));
    }

    /**
     * Notes what is to be heard of a court's last tick.
     *
     * @param court to listen to
     */
    public void note(CourtView court) {
        pointHeard |= court.pointFor(Side.LEFT) || court.pointFor(Side.RIGHT);
        hitHeard |= court.hitBy(Side.LEFT) || court.hitBy(Side.RIGHT);
        wallHeard |= court.hitWall();
    }

    /**
     * Plays what was noted since the last call, each sound once however many ticks there were.
     *
     * @param audible false to forget it instead
     */
    public void play(boolean audible) {
        if (audible && !muted) {
            if (pointHeard) {
                point.play();
            } else if (hitHeard) {
                hit.play();
            } else if (wallHeard) {
                wall.play();
            }
        }
        pointHeard = false;
        hitHeard = false;
        wallHeard = false;
    }

    /**
     * Whether they are silent.
     *
     * @return whether the player muted them
     */
    public boolean muted() {
        return muted;
    }

    /** Mutes or not, the other way round than now, and remembers it. */
    public void toggle() {
        muted = !muted;
        settings.put(MUTED, Boolean.toString(muted));
        settings.keep();
    }

    @Override
    public void dispose() {
        hit.dispose();
        wall.dispose();
        point.dispose();
    }
}
