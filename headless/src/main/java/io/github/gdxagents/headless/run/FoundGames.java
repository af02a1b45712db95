package io.github.gdxagents.headless.run;

import io.github.gdxagents.agent.learn.EnvironmentProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The games on the class path that are no part of this project: those whose {@link EnvironmentProvider} a jar or folder names in
 * {@code META-INF/services}.
 *
 * @param games by name, in alphabetical order
 * @param complaints a sentence for each that is named there but cannot be used
 * @param replaced a sentence for each game of this project in whose place one of others with the same name is taken
 */
public record FoundGames(Map<String, EnvironmentProvider> games, List<String> complaints, List<String> replaced) {

    /** What the names of this project's classes begin with. */
    private static final String SHIPPED = "io.github.gdxagents.";

    private static final String SERVICE = "META-INF/services/" + EnvironmentProvider.class.getName();

    /** How many entries that cannot be loaded are told of. */
    private static final int PATIENCE = 100;

    /**
     * Looks for games, with the class loader of the thread.
     *
     * @return what is there
     */
    public static FoundGames here() {
        return of(ServiceLoader.load(EnvironmentProvider.class).iterator());
    }

    /** Sorts out what an iterator that may throw gives. */
    static FoundGames of(Iterator<EnvironmentProvider> loading) {
        Map<String, List<EnvironmentProvider>> named = new TreeMap<>();
        List<String> complaints = new ArrayList<>();
        while (complaints.size() < PATIENCE) {
            try {
                if (!loading.hasNext()) {
                    break;
                }
                EnvironmentProvider provider = loading.next();
                String name = asked(provider, "name", EnvironmentProvider::name);
                check(provider, name);
                named.computeIfAbsent(name, unused -> new ArrayList<>()).add(provider);
            } catch (InputException e) {
                complaints.add(String.valueOf(e.getMessage()));
            } catch (ServiceConfigurationError | LinkageError e) {
                complaints.add("a game named in " + SERVICE + " cannot be loaded: " + sentence(e)
                        + (e.getCause() == null ? "" : ", because of " + sentence(e.getCause())));
            }
        }
        return sorted(named, complaints);
    }

    /** Of games with the same name, one of others is taken before one of this project; of two others neither is. */
    private static FoundGames sorted(Map<String, List<EnvironmentProvider>> named, List<String> complaints) {
        Map<String, EnvironmentProvider> games = new TreeMap<>();
        List<String> replaced = new ArrayList<>();
        named.forEach((name, providers) -> {
            List<EnvironmentProvider> others =
                    providers.stream().filter(provider -> !isShipped(provider)).toList();
            List<EnvironmentProvider> rivals = others.isEmpty() ? providers : others;
            if (rivals.size() > 1) {
                complaints.add("two games are called '" + name + "': " + className(rivals.get(0)) + " and "
                        + className(rivals.get(1)) + "; expected a name of its own for each");
                return;
            }
            games.put(name, rivals.get(0));
            providers.stream()
                    .filter(provider -> !rivals.contains(provider))
                    .forEach(provider -> replaced.add("'" + name + "' is " + className(rivals.get(0))
                            + ", in place of this project's own " + className(provider)));
        });
        return new FoundGames(games, complaints, replaced);
    }

    private static boolean isShipped(EnvironmentProvider provider) {
        return className(provider).startsWith(SHIPPED);
    }

    /** What names of games and presets are made of. */
    static final String NAMES = "lower-case letters, digits and hyphens, a letter first, at most 64";

    /** Whether a text is a name that a game or a preset may have. */
    static boolean isName(String text) {
        return text.matches("[a-z][a-z0-9-]{0,63}");
    }

    private static void check(EnvironmentProvider provider, String name) {
        if (!isName(name)) {
            throw new InputException(className(provider) + " calls its game '" + name + "', expected " + NAMES);
        }
        if (Game.find(name).isPresent()) {
            throw new InputException(className(provider) + " calls its game '" + name
                    + "', expected another name than that of a built-in game");
        }
    }

    /**
     * The game with a name.
     *
     * @param name as on the command line
     * @return its provider
     * @throws InputException if it is not there; the sentence says what is, and how a game becomes known
     */
    public static EnvironmentProvider named(String name) {
        FoundGames found = here();
        EnvironmentProvider game = found.games.get(name);
        if (game == null) {
            throw new InputException("env must be ale, pong, mixed, physics or a game on the class path ("
                    + (found.games.isEmpty() ? "none is there" : String.join(", ", found.games.keySet()))
                    + "), but was '" + name + "'; "
                    + (found.complaints.isEmpty()
                            ? "a game's jar names it in " + SERVICE + ", and is put before this one: "
                                    + LAUNCH.replace("CLASSPATH", "game.jar:gdx-agents-headless.jar")
                            : String.join("; ", found.complaints)));
        }
        return game;
    }

    /** How this program is started with games of others. */
    public static final String LAUNCH = "java -cp CLASSPATH io.github.gdxagents.headless.HeadlessLauncher";

    /**
     * Asks a game something about itself.
     *
     * @param <T> what the answer is
     * @param provider the game
     * @param method name of what is asked, for errors
     * @param question the method
     * @return the answer, never null
     * @throws InputException if it throws or gives null
     */
    public static <T> T asked(EnvironmentProvider provider, String method, Function<EnvironmentProvider, T> question) {
        T answer;
        try {
            answer = question.apply(provider);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            throw new InputException(className(provider) + "." + method + "() threw " + sentence(e), e);
        }
        if (answer == null) {
            throw new InputException(className(provider) + "." + method + "() is null");
        }
        return answer;
    }

    private static String className(EnvironmentProvider provider) {
        return provider.getClass().getName();
    }

    private static String sentence(Throwable e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return e instanceof ServiceConfigurationError ? message : e.getClass().getName() + " (" + message + ")";
    }
}
