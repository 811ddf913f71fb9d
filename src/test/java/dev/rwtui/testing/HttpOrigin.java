package dev.rwtui.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A web server on the loopback that gives a bare repository's files, of git's dumb protocol, to one user. */
public final class HttpOrigin implements AutoCloseable {

    private final HttpServer server;
    private final Path repository;
    private final String wanted;

    public HttpOrigin(Path repository, String user, String password) throws IOException {
        this.repository = repository;
        byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.wanted = "Basic " + Base64.getEncoder().encodeToString(login);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/origin.git";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"origin\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            Path file = repository.resolve(exchange.getRequestURI().getPath().replaceFirst("^/origin.git/", ""));
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            exchange.getResponseHeaders().add("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
