package io.github.gdxagents.headless.report;

import io.github.gdxagents.agent.ActionChoice;
import io.github.gdxagents.agent.PolicyAgent;
import io.github.gdxagents.agent.checkpoint.Checkpoint;
import io.github.gdxagents.agent.learn.Environment;
import io.github.gdxagents.agent.policy.Policy;
import io.github.gdxagents.agent.random.Seeds;
import io.github.gdxagents.agent.random.Seeds.Purpose;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ImageSpec;
import io.github.gdxagents.agent.space.Observation;
import io.github.gdxagents.agent.space.ObservationHistory;
import io.github.gdxagents.agent.space.ObservationSpec;
import io.github.gdxagents.headless.report.RunPictures.Figure;
import io.github.gdxagents.headless.report.RunPictures.Strip;
import io.github.gdxagents.headless.run.InputException;
import io.github.gdxagents.headless.run.NamedPlay;
import io.github.gdxagents.headless.run.Spaces;
import io.github.gdxagents.headless.run.StepWatch;
import io.github.gdxagents.pong.film.GreyPicture;
import io.github.gdxagents.pong.film.PixelSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A policy of a game that was found by its name, over one episode: what its network saw, and the weights of its first layer. */
final class NamedGamePictures {

    /** So many decisions are shown at most. */
    private static final int STEPS = 300;

    /** So many numbers of images are kept at most: 32 MB. */
    private static final int MOST_PIXELS = 8 << 20;

    private static final int PICTURE_MILLIS = 70;

    private static final int STRIPS = 32;

    private static final int UNITS = 8;

    /** The widest and highest table of weights that a page can show. */
    private static final int TABLE = 256;

    /** The most inputs that are told by their names. */
    private static final int NAMES = 16;

    private static final String NOTE =
            "There is no film of its play: a game says what an agent sees and may do, and draws nothing by itself.";

    private final NamedPlay play;
    private final Checkpoint best;
    private final Policy policy;
    private final ObservationSpec sees;
    private final StepWatch watch;
    private final BooleanSupplier stop;

    NamedGamePictures(NamedPlay play, Checkpoint best, StepWatch watch, BooleanSupplier stop) {
        this.play = play;
        this.best = best;
        this.policy = best.policy();
        this.sees = best.observations();
        this.watch = watch;
        this.stop = stop;
    }

    /** Plays an episode and makes all pictures. */
    RunPictures make() {
        UnitRanking ranking = new UnitRanking(policy.network());
        List<float[]> entries = new ArrayList<>();
        List<float[]> images = new ArrayList<>();
        List<String> notes = new ArrayList<>(List.of(NOTE));
        try (Environment game = play.scoring(Optional.empty(), watch).create()) {
            Optional<String> difference = Spaces.of(game).differenceTo(Spaces.of(best));
            if (difference.isPresent()) {
                throw new InputException(
                        "the policy does not fit environment '" + play.label() + "': " + difference.get());
            }
            playOn(game, ranking, entries, images);
        }
        List<Figure> films = new ArrayList<>();
        film(images).ifPresent(films::add);
        return new RunPictures(films, strips(entries), weights(ranking), notes);
    }

    private void playOn(Environment game, UnitRanking ranking, List<float[]> entries, List<float[]> images) {
        PolicyAgent agent =
                policy.agent(ActionChoice.SAMPLE, Seeds.stream(best.seed(), Purpose.EVALUATION_ACTIONS, 0, 0));
        Observation observation = new Observation(game.observationSpec(), game.actionSpec());
        Action action = new Action(game.actionSpec());
        int mostImages = sees.images().isEmpty()
                ? 0
                : Math.min(STEPS, MOST_PIXELS / sees.images().get(0).pixels());
        game.reset(Seeds.stream(best.seed(), Purpose.EVALUATION_ENVIRONMENT, 0, 0));
        agent.begin();
        ObservationHistory history = new ObservationHistory(sees);
        history.begin();
        boolean over = false;
        for (int step = 0; step < STEPS && !over && !stop.getAsBoolean(); step++) {
            observation.clear();
            game.observe(observation);
            entries.add(observation.entries().clone());
            if (step < mostImages) {
                images.add(observation.image(0).clone());
            }
            agent.act(observation, action);
            ranking.see(history.input(observation));
            history.advance();
            over = game.step(action).ended();
        }
    }

    private Optional<Figure> film(List<float[]> images) {
        if (images.isEmpty()) {
            return Optional.empty();
        }
        ImageSpec spec = sees.images().get(0);
        float least = 0;
        float most = 1;
        for (float[] image : images) {
            for (float pixel : image) {
                least = Math.min(least, pixel);
                most = Math.max(most, pixel);
            }
        }
        int size = Math.max(1, Math.min(PixelSize.MOST, 240 / Math.max(spec.width(), spec.height())));
        GreyPicture picture = new GreyPicture(spec.height(), spec.width());
        try (ScratchFilm film = new ScratchFilm(PixelSize.square(size), PICTURE_MILLIS)) {
            for (float[] image : images) {
                film.film().add(picture.show(image, least, most));
            }
            String words = String.format(
                    Locale.ROOT,
                    "What the network sees over an episode: image '%s', %d × %d, %d decisions",
                    spec.name(),
                    spec.width(),
                    spec.height(),
                    images.size());
            return film.data().map(data -> new Figure(words, "Animated picture. " + words, data));
        }
    }

    private List<Strip> strips(List<float[]> entries) {
        List<Strip> strips = new ArrayList<>();
        for (int entry = 0; entry < Math.min(STRIPS, sees.entries().size()); entry++) {
            float[] values = new float[entries.size()];
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (int step = 0; step < values.length; step++) {
                values[step] = entries.get(step)[entry];
                least = Math.min(least, values[step]);
                most = Math.max(most, values[step]);
            }
            String data = DataUri.of(values, values.length, 1, DataUri.scale(values));
            strips.add(new Strip(sees.entries().get(entry), data, least, most));
        }
        return strips;
    }

    private List<Figure> weights(UnitRanking ranking) {
        if (ranking.units() == 0) {
            return List.of();
        }
        float[] weights = ranking.weights();
        return sees.images().isEmpty()
                ? List.of(table(weights, ranking))
                : ranking.order().stream()
                        .limit(UNITS)
                        .map(unit -> image(weights, ranking.units(), unit))
                        .toList();
    }

    private Figure table(float[] weights, UnitRanking ranking) {
        List<Integer> order = ranking.order();
        int rows = Math.min(TABLE, order.size());
        int columns = Math.min(TABLE, best.spec().inputs());
        float[] table = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                table[row * columns + column] = weights[column * ranking.units() + order.get(row)];
            }
        }
        float scale = DataUri.scale(table);
        String words = String.format(
                Locale.ROOT,
                "First layer: %d units (those that matter most on top) × %d inputs (from left to right%s), ± %s",
                rows,
                columns,
                columns == sees.entries().size() && columns <= NAMES ? ": " + String.join(", ", sees.entries()) : "",
                DataUri.number(scale));
        return new Figure(words, "Weights as colours. " + words, DataUri.of(table, columns, rows, scale));
    }

    private Figure image(float[] weights, int units, int unit) {
        ImageSpec spec = sees.images().get(0);
        // Before the images come the entries, now and of the decisions before.
        int first = sees.entries().size() * sees.stack();
        float[] image = new float[spec.pixels()];
        for (int pixel = 0; pixel < image.length; pixel++) {
            image[pixel] = weights[(first + pixel) * units + unit];
        }
        float scale = DataUri.scale(image);
        return new Figure(
                "Unit " + (unit + 1) + ", ± " + DataUri.number(scale),
                "Weights of unit " + (unit + 1) + " as a picture of image '" + spec.name() + "'",
                DataUri.of(image, spec.width(), spec.height(), scale));
    }
}
