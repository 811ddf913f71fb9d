package dev.rwtui.bench;

import dev.rwtui.testing.SshdLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is measured on: {@code sshd} behind {@code sshd} on loopback, both with one cipher alone, a {@link LoadServer}, and
 * configurations with two forwards of {@code direwolf} to it.
 */
final class Nested implements AutoCloseable {

    static final String CIPHER = "aes128-gcm@openssh.com";
    static final String HOST = "direwolf";

    private final SshdLab lab;
    private final LoadServer server;
    private final Path config;
    private final Path plain;
    private final int port;
    private final int second;

    private Nested(SshdLab lab, LoadServer server) throws IOException {
        this.lab = lab;
        this.server = server;
        this.port = LocalPort.free();
        this.second = LocalPort.free();
        this.plain = Files.copy(lab.sshConfig(), lab.path("without_forwards"));
        String there = " 127.0.0.1:" + server.port();
        this.config = lab.sshConfig(port + there, second + there);
    }

    static Nested start() throws IOException {
        SshdLab lab = SshdLab.create();
        try {
            lab.start("gate", "Ciphers " + CIPHER, "LogLevel ERROR");
            lab.start(HOST, "Ciphers " + CIPHER, "LogLevel ERROR");
            Nested nested = new Nested(lab, LoadServer.start());
            Started.add(nested);
            return nested;
        } catch (IOException | RuntimeException | Error e) {
            lab.close();
            throw e;
        }
    }

    /** With both forwards. */
    Path config() {
        return config;
    }

    /** The same way to the same host, without forwards. */
    Path plain() {
        return plain;
    }

    /** The first forward's local port. */
    int port() {
        return port;
    }

    /** The second forward's local port. */
    int second() {
        return second;
    }

    /** Of the server behind the forwards. */
    int target() {
        return server.port();
    }

    @Override
    public void close() throws IOException {
        Started.ended(this);
        server.close();
        lab.close();
    }
}
