package io.github.gdxagents.desktop.input;

import io.github.gdxagents.pong.CourtView;
import io.github.gdxagents.pong.Move;
import io.github.gdxagents.pong.Player;
import io.github.gdxagents.pong.Side;
import java.util.List;

/** A person: the first of several ways of input that is in use says where the paddle goes. One thread at a time. */
public final class HumanPlayer implements Player {

    private final Side side;
    private final PaddleInput[] inputs;

    /**
     * A person.
     *
     * @param side where the person plays
     * @param inputs ways to move the paddle, the most important one first
     */
    public HumanPlayer(Side side, List<PaddleInput> inputs) {
        this.side = side;
        this.inputs = inputs.toArray(PaddleInput[]::new);
    }

    @Override
    public Move move(CourtView court) {
        boolean fire = false;
        for (PaddleInput input : inputs) {
            fire |= input.fire(side);
        }
        for (int way = 0; way < inputs.length; way++) {
            if (inputs[way].active(side)) {
                for (int lesser = way + 1; lesser < inputs.length; lesser++) {
                    inputs[lesser].release();
                }
                return Move.atSpeed(inputs[way].speed(side, court), fire);
            }
        }
        return Move.atSpeed(0, fire);
    }
}
