package io.github.gdxagents.desktop.asset;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Preferences;
import com.badlogic.gdx.audio.Sound;
import com.badlogic.gdx.utils.Disposable;
import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Side;

/** The three sounds of the game. Where there is no sound device they are silent. */
public final class Sounds implements Disposable {

    private static final String MUTED = "muted";

    private final Preferences preferences;
    private final Sound hit;
    private final Sound wall;
    private final Sound point;
    private boolean muted;

    /**
     * Loads them; needs a running application.
     *
     * @param preferences where it is kept whether they are muted
     */
    public Sounds(Preferences preferences) {
        this.preferences = preferences;
        this.muted = preferences.getBoolean(MUTED, false);
        hit = Gdx.audio.newSound(Gdx.files.internal("sounds/hit.wav"));
        wall = Gdx.audio.newSound(Gdx.files.internal("sounds/wall.wav"));
        point = Gdx.audio.newSound(Gdx.files.internal("sounds/point.wav"));
    }

    /**
     * Plays what belongs to a court's last tick.
     *
     * @param court to listen to
     */
    public void play(CourtView court) {
        if (muted) {
            return;
        }
        if (court.pointFor(Side.LEFT) || court.pointFor(Side.RIGHT)) {
            point.play();
        } else if (court.hitBy(Side.LEFT) || court.hitBy(Side.RIGHT)) {
            hit.play();
        } else if (court.hitWall()) {
            wall.play();
        }
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
        preferences.putBoolean(MUTED, muted);
        preferences.flush();
    }

    @Override
    public void dispose() {
        hit.dispose();
        wall.dispose();
        point.dispose();
    }
}
