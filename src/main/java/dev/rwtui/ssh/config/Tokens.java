package dev.rwtui.ssh.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What {@code %} tokens stand for on the way to one host: ssh_config(5), section TOKENS.
 *
 * @param given the name as ssh is given it
 * @param jumpHost the host name of the last jump; empty where there is none
 */
record Tokens(
        ConfigFiles.Surroundings here,
        OpenSsh ssh,
        String given,
        String hostName,
        int port,
        String user,
        String keyAlias,
        String jumpHost) {

    /** Those of {@code ProxyCommand} and {@code ProxyJump}. */
    Expansion.Source ofProxies() {
        return key -> "hknpr".indexOf(key) >= 0 ? token(key) : Optional.empty();
    }

    /** Those of file names, of {@code Match exec} and of remote commands. */
    Expansion.Source ofPaths() {
        return this::token;
    }

    /** Those of {@code User}: all but the user, and what is made of it. */
    Expansion.Source ofUser() {
        return key -> key == 'r' || key == 'C' ? Optional.empty() : token(key);
    }

    private Optional<String> token(char key) {
        return switch (key) {
            case 'C' -> Optional.of(connection());
            case 'L' -> Optional.of(shortName(here.hostName()));
            case 'd' -> Optional.of(here.home());
            case 'h' -> Optional.of(hostName);
            case 'i' -> Optional.of(here.userId());
            case 'j' -> knowsJumps() ? Optional.of(jumpHost) : Optional.empty();
            case 'k' -> Optional.of(keyAlias);
            case 'l' -> Optional.of(here.hostName());
            case 'n' -> Optional.of(given);
            case 'p' -> Optional.of(Integer.toString(port));
            case 'r' -> Optional.of(user);
            case 'u' -> Optional.of(here.user());
            default -> Optional.empty();
        };
    }

    /** Release notes of 9.6: the jump became a token, and part of the hash. */
    private boolean knowsJumps() {
        return ssh.isAtLeast(9, 6);
    }

    private static String shortName(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** {@code %C}: SHA-1 over local host, remote host, port, user and, where it counts, the jump. */
    private String connection() {
        try {
            String all = here.hostName() + hostName + port + user + (knowsJumps() ? jumpHost : "");
            byte[] text = all.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
