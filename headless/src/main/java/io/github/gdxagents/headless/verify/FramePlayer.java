package io.github.gdxagents.headless.verify;

import io.github.gdxagents.pong.atari.AtariCourt;
import io.github.gdxagents.pong.atari.ConsoleAction;

/** Somebody who plays the right side frame by frame, to bring a court into many different states. */
interface FramePlayer {

    /** A new game begins. */
    void start();

    /** What to do next. */
    ConsoleAction next(AtariCourt court);
}
