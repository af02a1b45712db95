package io.github.gdxagents.headless.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gdxagents.headless.run.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as its clients see it, polite ones and others; all on the loopback address. */
@Timeout(60)
class LiveServerTest {

    private static final String PAGE = "<!DOCTYPE html><title>run</title><p>ball – paddle</p>";

    private final AtomicInteger made = new AtomicInteger();
    private LiveServer server;

    @BeforeEach
    void serve() {
        server = LiveServer.bind(Optional.empty(), 0);
        server.serve(
                () -> {
                    made.incrementAndGet();
                    return PAGE;
                },
                () -> "decisions_total 5\n");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void pageAndMetricsAreThere() throws Exception {
        HttpResponse<String> page = get("");
        assertEquals(200, page.statusCode());
        assertEquals(PAGE, page.body());
        assertEquals("text/html; charset=utf-8", header(page, "Content-Type"));
        HttpResponse<String> metrics = get("metrics");
        assertEquals(200, metrics.statusCode());
        assertEquals("decisions_total 5\n", metrics.body());
        assertEquals("text/plain; version=0.0.4; charset=utf-8", header(metrics, "Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "metrics", "nothing"})
    void headersAreStrictOnEveryAnswer(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertTrue(header(answer, "Content-Security-Policy").startsWith("default-src 'none';"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("no-referrer", header(answer, "Referrer-Policy"));
        assertEquals("same-origin", header(answer, "Cross-Origin-Resource-Policy"));
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertTrue(answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/config.json",
                "/metrics/",
                "/metrics.csv",
                "//",
                "/../config.json",
                "/%2e%2e/config.json",
                "/..%2fconfig.json",
                "/metrics%00",
                "*"
            })
    void noOtherPathIsThere(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\n\r\n");
        assertTrue(answer.matches("(?s)HTTP/1\\.1 40[04] .*"), answer);
        assertEquals(0, made.get());
    }

    @Test
    void queryMeansNothing() throws Exception {
        assertEquals(PAGE, get("?file=/etc/passwd&refresh=0").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"})
    void nothingCanBeDoneButLook(String method) throws IOException {
        String answer = raw(method + " / HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: 0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 405 "), answer);
        assertTrue(answer.contains("Allow: GET, HEAD\r\n"), answer);
        assertEquals(0, made.get());
    }

    @Test
    void headHasTheHeadersAndNoBody() throws IOException {
        String answer = raw("HEAD / HTTP/1.1\r\nHost: " + host() + "\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(
                answer.toLowerCase(Locale.ROOT)
                        .contains("content-length: " + PAGE.getBytes(StandardCharsets.UTF_8).length + "\r\n"),
                answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:PORT, 200",
        "LocalHost:PORT, 200",
        "127.0.0.1:PORT, 200",
        "[::1]:PORT, 200",
        "evil.example:PORT, 403",
        "localhost.evil.example:PORT, 403",
        "localhost, 200",
        "127.0.0.1:1, 200",
        "127.0.0.1, 200",
        "'', 403"
    })
    void onlyOurOwnNamesAreAnswered(String host, int code) throws IOException {
        String answer = raw("GET / HTTP/1.1\r\nHost: " + host.replace("PORT", Integer.toString(port())) + "\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 " + code + " "), answer);
        assertEquals(code == 200 ? 1 : 0, made.get());
    }

    @Test
    void requestWithoutHostOrWithTwoIsRefused() throws IOException {
        assertFalse(raw("GET / HTTP/1.0\r\n\r\n").contains(PAGE));
        assertFalse(raw("GET / HTTP/1.1\r\nHost: " + host() + "\r\nHost: evil.example\r\n\r\n")
                .contains(PAGE));
        assertEquals(0, made.get());
    }

    @Test
    void failureIsASentenceWithoutItsStack() throws Exception {
        try (LiveServer failing = LiveServer.bind(Optional.empty(), 0)) {
            failing.serve(
                    () -> {
                        throw new IllegalStateException("secret");
                    },
                    () -> "fine\n");
            HttpResponse<String> answer = get(failing, "");
            assertEquals(500, answer.statusCode());
            assertEquals("this cannot be shown at the moment; the run goes on\n", answer.body());
            assertEquals("fine\n", get(failing, "metrics").body());
        }
    }

    @Test
    void manyClientsAtOnceAreAnsweredAndThePageIsMadeOnce() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        long begun = System.nanoTime();
        for (int round = 0; round < 20; round++) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                answers.add(client.sendAsync(request(server, ""), HttpResponse.BodyHandlers.ofString()));
            }
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertEquals(PAGE, answer.get(30, TimeUnit.SECONDS).body());
            }
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
        assertTrue(made.get() <= 1 + seconds / 2, made + " pages in " + seconds + " s");
    }

    /** Some say nothing, more than there are threads say half a line. */
    @Test
    void clientsThatHangDoNotKeepOthersAway() throws Exception {
        List<Socket> hanging = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                hanging.add(new Socket(InetAddress.getLoopbackAddress(), port()));
                Socket half = new Socket(InetAddress.getLoopbackAddress(), port());
                hanging.add(half);
                half.getOutputStream().write("GET /".getBytes(StandardCharsets.US_ASCII));
            }
            // Waits until the others' time is up, some seconds.
            assertEquals(PAGE, get("").body());
        } finally {
            for (Socket socket : hanging) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"GET /, 2000000", "'GET / HTTP/1.1\r\nX: ', 2000000"})
    void endlessRequestIsCutOff(String begin, int length) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
            byte[] more = "x".repeat(1 << 14).getBytes(StandardCharsets.US_ASCII);
            int sent = 0;
            try {
                for (; sent < length; sent += more.length) {
                    socket.getOutputStream().write(more);
                }
                // Closed or answered with an error; in no case with the page.
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertFalse(answer.contains(PAGE), answer);
            } catch (IOException e) {
                assertTrue(sent >= 0, "the server closed the connection");
            }
        }
        assertEquals(0, made.get());
    }

    @Test
    void threadsDoNotKeepTheProcessAlive() throws Exception {
        get("");
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().matches("HTTP-Dispatcher|server-timer.*|idle-timeout.*|gdx-agents-live.*"))
                .toList();
        assertTrue(threads.size() >= 2, threads.toString());
        threads.forEach(thread -> assertTrue(thread.isDaemon(), thread.getName()));
    }

    @Test
    void addressIsFreeAfterwards() throws IOException {
        int port = port();
        server.close();
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(port, free.getLocalPort());
        }
    }

    @Test
    void serverThatNeverServedCanBeClosed() {
        LiveServer unused = LiveServer.bind(Optional.of("localhost"), 0);
        assertTrue(unused.url().startsWith("http://"), unused.url());
        unused.close();
    }

    /** The whole way of somebody who looks too early. */
    @Test
    void whoAsksBeforeThereIsAnythingWaits() throws Exception {
        try (LiveServer later = LiveServer.bind(Optional.empty(), 0)) {
            CompletableFuture<HttpResponse<String>> early =
                    HttpClient.newHttpClient().sendAsync(request(later, ""), HttpResponse.BodyHandlers.ofString());
            later.serve(() -> PAGE, () -> "");
            assertEquals(PAGE, early.get(30, TimeUnit.SECONDS).body());
        }
    }

    @Test
    void portInUseIsRefused() {
        InputException e = assertThrows(InputException.class, () -> LiveServer.bind(Optional.empty(), port()));
        assertTrue(e.getMessage().startsWith("cannot serve on port " + port() + " of 127.0.0.1: "), e.getMessage());
    }

    /** 192.0.2.0/24 is for documentation: no machine has such an address. */
    @ParameterizedTest
    @CsvSource({"192.0.2.1, 0", "'', 0", "' ', 0", "no.such.host.invalid, 0", "a b, 0", "127.0.0.1, -1", ", 65536"})
    void addressThatIsNoneOfOursIsRefused(String address, int port) {
        InputException e =
                assertThrows(InputException.class, () -> LiveServer.bind(Optional.ofNullable(address), port));
        assertTrue(e.getMessage().matches("(?s).*serve.*(address|port).*"), e.getMessage());
    }

    @Test
    void otherLoopbackAddressAnswersToItsNumber() throws IOException {
        try (LiveServer other = LiveServer.bind(Optional.of("127.0.0.2"), 0)) {
            other.serve(() -> PAGE, () -> "");
            URI url = URI.create(other.url());
            assertEquals("127.0.0.2", url.getHost());
            assertEquals("live at " + url, other.description());
            String answer = raw(url, "GET / HTTP/1.1\r\nHost: 127.0.0.2:" + url.getPort() + "\r\n\r\n");
            assertTrue(answer.endsWith(PAGE), answer);
        }
    }

    /** Every address of this machine; asked on the loopback one. Which name leads here, nobody knows. */
    @Test
    void addressForOthersIsCalledSoAndAnswersToAnyName() throws IOException {
        try (LiveServer open = LiveServer.bind(Optional.of("0.0.0.0"), 0)) {
            open.serve(() -> PAGE, () -> "");
            int port = URI.create(open.url()).getPort();
            assertEquals(
                    "live at http://localhost:" + port
                            + "/ for everyone who reaches any address of this machine; nobody can change anything",
                    open.description());
            URI url = URI.create("http://127.0.0.1:" + port);
            String answer = raw(url, "GET / HTTP/1.1\r\nHost: games.example\r\n\r\n");
            assertTrue(answer.endsWith(PAGE), answer);
        }
    }

    @Test
    void pageIsMadeByOneAtATimeWhileOthersGetTheOldOne() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger number = new AtomicInteger();
        CachedPage page = new CachedPage(
                () -> {
                    int now = number.incrementAndGet();
                    if (now == 2) {
                        begun.countDown();
                        awaitQuietly(go);
                    }
                    return "page " + now;
                },
                0,
                System::nanoTime);
        assertEquals("page 1", page.text());
        CompletableFuture<String> second = CompletableFuture.supplyAsync(page::text);
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        assertEquals("page 1", page.text());
        go.countDown();
        assertEquals("page 2", second.get(30, TimeUnit.SECONDS));
        assertEquals("page 3", page.text());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int port() {
        return URI.create(server.url()).getPort();
    }

    private String host() {
        return "127.0.0.1:" + port();
    }

    private static HttpRequest request(LiveServer server, String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path)).build();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get(server, path);
    }

    private static HttpResponse<String> get(LiveServer server, String path) throws Exception {
        return HttpClient.newHttpClient().send(request(server, path), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private String raw(String request) throws IOException {
        return raw(URI.create(server.url()), request);
    }

    /** Sends bytes as they are, and reads until the server closes the connection. */
    private static String raw(URI url, String request) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
