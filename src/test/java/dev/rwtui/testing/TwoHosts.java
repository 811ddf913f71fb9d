package dev.rwtui.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * The two hosts of a user's day on real OpenSSH: {@code direwolf} behind {@code cued}, a web page that only direwolf
 * serves, and the {@code ssh_config} that leads there.
 */
public final class TwoHosts implements AutoCloseable {

    public static final String PAGE = "<title>the page behind direwolf</title>";

    private final SshdLab lab;
    private final HttpServer web;
    private final int localPort = freePort();

    private TwoHosts(SshdLab lab) throws IOException {
        this.lab = lab;
        lab.start("cued");
        lab.start("direwolf");
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
        web.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        web.start();
        write("", "");
    }

    /** Starts both servers and the page. Skips the test, or fails it in CI, where OpenSSH is not installed. */
    public static TwoHosts start() throws IOException {
        return new TwoHosts(SshdLab.create());
    }

    public SshdLab lab() {
        return lab;
    }

    public SshdLab.Sshd gateway() {
        return lab.server("cued");
    }

    public Path config() {
        return lab.path("users_config");
    }

    /** The port of this machine that the configuration forwards to the page. */
    public int localPort() {
        return localPort;
    }

    /** The port of the page on direwolf. */
    public int pagePort() {
        return web.getAddress().getPort();
    }

    /** The forward in the syntax of {@code ssh -L}. */
    public String spec() {
        return localPort + ":127.0.0.1:" + pagePort();
    }

    /** Puts a key with a passphrase in the place of the user's, and lets it in. */
    public Path lockKey(String passphrase) throws IOException {
        Path key = lab.path("id_ed25519");
        Path locked = lab.key("locked", "ed25519", passphrase);
        lab.authorize(locked);
        Files.move(locked, key, StandardCopyOption.REPLACE_EXISTING);
        Files.move(lab.path("locked.pub"), lab.path("id_ed25519.pub"), StandardCopyOption.REPLACE_EXISTING);
        return key;
    }

    /** Writes the configuration, with lines that go before the host's own and so win over them. */
    public void write(String forCued, String forDirewolf) throws IOException {
        Files.writeString(
                config(),
                "# The way in\n" + host("cued", forCued)
                        + "\n# My machine, through the way in\n"
                        + host("direwolf", forDirewolf)
                        + "  ProxyCommand     ssh -F " + config() + " -W %h:%p cued\n"
                        + "  LocalForward     " + localPort + " 127.0.0.1:" + pagePort() + "\n\n"
                        // The servers are told apart by their ports alone.
                        + "Host *\n  HostName 127.0.0.1\n  IdentitiesOnly yes\n  IdentityAgent none\n"
                        + "  IdentityFile " + lab.path("id_ed25519") + "\n"
                        + "  UserKnownHostsFile " + lab.path("known_hosts") + "\n"
                        + "  GlobalKnownHostsFile /dev/null\n  ServerAliveInterval 1\n  ServerAliveCountMax 5\n");
    }

    private String host(String name, String lines) {
        return "Host " + name + "\n" + lines + "  User             " + SshdLab.user() + "\n  Port             "
                + lab.server(name).port() + "\n";
    }

    /** Fetches the page through {@link #localPort()}. */
    public String fetch() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + localPort + "/"))
                .timeout(Duration.ofSeconds(20))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** A port of this machine that nobody listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        web.stop(0);
        lab.close();
    }
}
