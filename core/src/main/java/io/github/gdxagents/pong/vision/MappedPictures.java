package io.github.gdxagents.pong.vision;

import io.github.gdxagents.agent.space.SparseVector;
import java.util.List;

/** Pictures of several ages side by side, each written the same way. */
final class MappedPictures implements ObservationPart {

    private final PictureMap map;
    private final int[] ages;

    /** So many decisions ago, in ascending order. */
    MappedPictures(PictureMap map, List<Integer> ages) {
        this.map = map;
        this.ages = ages.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public int size() {
        return ages.length * map.size();
    }

    @Override
    public int pictures() {
        return ages[ages.length - 1] + 1;
    }

    @Override
    public void write(PictureHistory history, SparseVector into, int offset) {
        int start = offset;
        for (int age : ages) {
            map.write(history.at(age), into, start);
            start += map.size();
        }
    }
}
