package dev.rwtui.ssh.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** What {@code %} tokens stand for on the way to one host: ssh_config(5), section TOKENS. */
record Tokens(ConfigFiles.Surroundings here, String given, String hostName, int port, String user) {

    /** Those of {@code ProxyCommand} and {@code ProxyJump}. */
    Map<Character, String> ofProxies() {
        return Map.of('h', hostName, 'n', given, 'p', Integer.toString(port), 'r', user);
    }

    /** Those of file names. */
    Map<Character, String> ofPaths(String keyAlias) {
        return Map.ofEntries(
                Map.entry('C', connection()),
                Map.entry('L', here.hostName().replaceFirst("\\..*", "")),
                Map.entry('d', here.home()),
                Map.entry('h', hostName),
                Map.entry('i', here.userId()),
                Map.entry('k', keyAlias),
                Map.entry('l', here.hostName()),
                Map.entry('n', given),
                Map.entry('p', Integer.toString(port)),
                Map.entry('r', user),
                Map.entry('u', here.user()));
    }

    /** {@code %C}: SHA-1 over local host, remote host, port and user. */
    private String connection() {
        try {
            byte[] text = (here.hostName() + hostName + port + user).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
