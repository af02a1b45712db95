package io.github.gdxagents.headless.live;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.gdxagents.headless.run.InputException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Shows a run over HTTP while it trains: a page at {@code /} and its metrics at {@code /metrics}. There is nothing else, nothing can be
 * changed, no path leads to a file and no query means anything.
 *
 * <p>Whoever asks cannot hold up the run: a few threads of its own answer, which do not keep the process alive; requests, headers and
 * the time for both directions are bounded, and texts are made once for all who ask within some seconds. On the loopback address
 * only requests count that name it as their host, so that no page of somebody else can have the user's browser read this one (DNS
 * rebinding).
 */
public final class LiveServer implements AutoCloseable {

    private static final int THREADS = 4;
    private static final int WAITING = 32;
    private static final int CONNECTIONS = 64;
    private static final int HEADERS = 64;
    private static final int HEADER_BYTES = 16 << 10;
    private static final int REQUEST_SECONDS = 5;
    private static final int RESPONSE_SECONDS = 20;

    private static final long PAGE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long METRICS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";

    /** On every answer. The page brings its own style and pictures, has no script, and loads nothing from anywhere. */
    private static final Map<String, String> STRICT = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store",
            // A connection answers one request: nobody sits on idle ones.
            "Connection",
            "close");

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Set<String> hosts;

    private record Page(String contentType, CachedPage text) {}

    private LiveServer(HttpServer server, ThreadPoolExecutor threads, Set<String> hosts) {
        this.server = server;
        this.threads = threads;
        this.hosts = hosts;
    }

    /**
     * Takes an address. Who connects waits until there is something to show.
     *
     * @param address a name or number of this machine; nothing: the loopback address, which is reached from this machine alone
     * @param port 0 to 65535; 0: any that is free
     * @return the server, which has the address
     * @throws InputException if there is no such address here, or the port is taken
     */
    public static LiveServer bind(Optional<String> address, int port) {
        if (port < 0 || port > 0xFFFF) {
            throw new InputException("serve must be a port from 0 to 65535, but was " + port);
        }
        InetAddress resolved = address.map(LiveServer::resolve).orElseGet(InetAddress::getLoopbackAddress);
        bound();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                    Thread thread = new Thread(work, "gdx-agents-live");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(resolved, port), CONNECTIONS);
            server.setExecutor(threads);
            return new LiveServer(server, threads, hosts(resolved, address));
        } catch (IOException e) {
            throw new InputException(
                    "cannot serve on port " + port + " of " + resolved.getHostAddress() + ": " + e.getMessage()
                            + "; expected a port that is free and an address of this machine",
                    e);
        }
    }

    private static InetAddress resolve(String address) {
        if (address.isBlank()) {
            throw new InputException("serve-address must be an address or a name of this machine, but was empty");
        }
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new InputException(
                    "serve-address must be an address or a name of this machine, but '" + address + "' is unknown", e);
        }
    }

    /**
     * Bounds what a client may do. The JDK's server has its bounds from system properties, which it reads when it is used first in a
     * process; those that the user has set stay.
     */
    private static void bound() {
        bound("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
        bound("sun.net.httpserver.maxRspTime", RESPONSE_SECONDS);
        bound("sun.net.httpserver.maxReqHeaders", HEADERS);
        bound("sun.net.httpserver.maxReqHeaderSize", HEADER_BYTES);
        bound("jdk.httpserver.maxConnections", CONNECTIONS);
    }

    private static void bound(String property, int most) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(most));
        }
    }

    /** The hosts that requests may name; empty: any. */
    private static Set<String> hosts(InetAddress resolved, Optional<String> name) {
        Set<String> hosts = new HashSet<>();
        if (resolved.isLoopbackAddress()) {
            List<String> names =
                    List.of("localhost", "127.0.0.1", "[::1]", literal(resolved), name.orElse("localhost"));
            for (String host : names) {
                hosts.add(host.toLowerCase(Locale.ROOT));
            }
        }
        return hosts;
    }

    /** An address as it stands in a URL; for all addresses of this machine the name that leads to one of them from here. */
    private static String literal(InetAddress address) {
        if (address.isAnyLocalAddress()) {
            return "localhost";
        }
        if (address instanceof Inet6Address) {
            return address.isLoopbackAddress()
                    ? "[::1]"
                    : "[" + address.getHostAddress().replaceFirst("%.*", "") + "]";
        }
        return address.getHostAddress();
    }

    /**
     * Where the page is.
     *
     * @return such as {@code http://127.0.0.1:8080/}
     */
    public String url() {
        return "http://" + literal(address()) + ":" + server.getAddress().getPort() + "/";
    }

    /**
     * Where the page is and who can look.
     *
     * @return for the user, such as {@code live at http://127.0.0.1:8080/}
     */
    public String description() {
        String live = "live at " + url();
        if (address().isLoopbackAddress()) {
            return live;
        }
        String where = address().isAnyLocalAddress() ? "any address of this machine" : "this address";
        return live + " for everyone who reaches " + where + "; nobody can change anything";
    }

    private InetAddress address() {
        return server.getAddress().getAddress();
    }

    /**
     * Begins to answer.
     *
     * @param page HTML
     * @param metrics the text form of Prometheus
     */
    public void serve(PageSource page, PageSource metrics) {
        Map<String, Page> pages = Map.of(
                "/", new Page(HTML, new CachedPage(page, PAGE_NANOS, System::nanoTime)),
                "/metrics",
                        new Page(LiveMetrics.CONTENT_TYPE, new CachedPage(metrics, METRICS_NANOS, System::nanoTime)));
        server.createContext("/", exchange -> answer(exchange, pages));
        // The server's own thread is a daemon if the one is that starts it.
        Thread starter = new Thread(server::start, "gdx-agents-live-start");
        starter.setDaemon(true);
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, Map<String, Page> pages) throws IOException {
        try (exchange) {
            Page page = pages.get(exchange.getRequestURI().getPath());
            String method = exchange.getRequestMethod();
            if (!namesUs(exchange.getRequestHeaders())) {
                send(exchange, 403, TEXT, "this address answers only to localhost, 127.0.0.1 and [::1]\n");
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, TEXT, "here is only to look: GET or HEAD\n");
            } else if (page == null) {
                send(exchange, 404, TEXT, "there is nothing here but / and /metrics\n");
            } else {
                send(exchange, page);
            }
        }
    }

    private boolean namesUs(Headers headers) {
        List<String> named = headers.getOrDefault("Host", List.of());
        return hosts.isEmpty()
                || (named.size() == 1 && hosts.contains(withoutPort(named.get(0).toLowerCase(Locale.ROOT))));
    }

    /** Whose name it is matters, not the port: a tunnel may have another one at its beginning. */
    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d{1,5}$", "");
    }

    private static void send(HttpExchange exchange, Page page) throws IOException {
        String text;
        try {
            text = page.text().text();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            send(exchange, 500, TEXT, "this cannot be shown at the moment; the run goes on\n");
            return;
        }
        send(exchange, 200, page.contentType(), text);
    }

    private static void send(HttpExchange exchange, int code, String contentType, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        STRICT.forEach(headers::set);
        headers.set("Content-Type", contentType);
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(code, -1);
        } else {
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Gives the address back, at once: who is being answered has bad luck. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
