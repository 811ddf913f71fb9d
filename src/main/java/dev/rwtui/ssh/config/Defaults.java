package dev.rwtui.ssh.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What {@code ssh} assumes where nobody says: ssh_config(5), by version and by whose patches it carries. */
final class Defaults {

    private Defaults() {}

    /** With {@code ~}, as {@code ssh -G} prints them. Release notes of 10.0: no DSA. */
    static List<String> identityFiles(OpenSsh ssh) {
        List<String> names =
                new ArrayList<>(List.of("id_rsa", "id_ecdsa", "id_ecdsa_sk", "id_ed25519", "id_ed25519_sk", "id_xmss"));
        if (!ssh.isAtLeast(10, 0)) {
            names.add("id_dsa");
        }
        return names.stream().map("~/.ssh/"::concat).toList();
    }

    static List<String> userKnownHostsFiles() {
        return List.of("~/.ssh/known_hosts", "~/.ssh/known_hosts2");
    }

    static List<String> globalKnownHostsFiles() {
        return List.of("/etc/ssh/ssh_known_hosts", "/etc/ssh/ssh_known_hosts2");
    }

    /** Debian trusts X11 clients. */
    static String forwardX11Trusted(OpenSsh ssh) {
        return ssh.vendor() == OpenSsh.Vendor.DEBIAN ? "yes" : "no";
    }

    /** Debian asks for a sign of life in batch mode. */
    static String serverAliveInterval(OpenSsh ssh, boolean batchMode) {
        return ssh.vendor() == OpenSsh.Vendor.DEBIAN && batchMode ? "300" : "0";
    }

    /** Debian has kept the names of RFC 1349 longer. Release notes of 10.1: interactive traffic is expedited. */
    static String qualityOfService(OpenSsh ssh) {
        if (ssh.isAtLeast(10, 1)) {
            return "ef none";
        }
        return ssh.vendor() == OpenSsh.Vendor.DEBIAN ? "lowdelay throughput" : "af21 cs1";
    }

    static boolean isGssapiKeyExchange(String name) {
        return name.startsWith("gss-group1-sha1-")
                || Stream.of(gssapiKeyExchanges().split(",")).anyMatch(name::startsWith);
    }

    static String gssapiKeyExchanges() {
        return "gss-group14-sha256-,gss-group16-sha512-,gss-nistp256-sha256-,gss-curve25519-sha256-,"
                + "gss-group14-sha1-,gss-gex-sha1-";
    }
}
