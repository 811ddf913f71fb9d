package dev.rwtui.ssh.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists of algorithm names, with the {@code +}, {@code -} or {@code ^} that may stand in front. */
final class Algorithms {

    static final ArgumentSyntax CIPHERS = names(
            "Bad SSH2 cipher spec",
            "3des-cbc aes128-cbc aes192-cbc aes256-cbc rijndael-cbc@lysator.liu.se aes128-ctr aes192-ctr aes256-ctr"
                    + " aes128-gcm@openssh.com aes256-gcm@openssh.com chacha20-poly1305@openssh.com");

    static final ArgumentSyntax MACS = names(
            "Bad SSH2 MAC spec",
            "hmac-sha1 hmac-sha1-96 hmac-sha2-256 hmac-sha2-512 hmac-md5 hmac-md5-96 umac-64@openssh.com"
                    + " umac-128@openssh.com hmac-sha1-etm@openssh.com hmac-sha1-96-etm@openssh.com"
                    + " hmac-sha2-256-etm@openssh.com hmac-sha2-512-etm@openssh.com hmac-md5-etm@openssh.com"
                    + " hmac-md5-96-etm@openssh.com umac-64-etm@openssh.com umac-128-etm@openssh.com");

    static final ArgumentSyntax KEY_EXCHANGES = names(
            "Bad SSH2 KexAlgorithms",
            "diffie-hellman-group1-sha1 diffie-hellman-group14-sha1 diffie-hellman-group14-sha256"
                    + " diffie-hellman-group16-sha512 diffie-hellman-group18-sha512 diffie-hellman-group-exchange-sha1"
                    + " diffie-hellman-group-exchange-sha256 ecdh-sha2-nistp256 ecdh-sha2-nistp384 ecdh-sha2-nistp521"
                    + " curve25519-sha256 curve25519-sha256@libssh.org sntrup761x25519-sha512"
                    + " sntrup761x25519-sha512@openssh.com mlkem768x25519-sha256");

    /** Of host keys, user keys and signatures; patterns are allowed. */
    static final ArgumentSyntax KEYS = keys();

    private Algorithms() {}

    private static ArgumentSyntax names(String complaint, String known) {
        List<String> names = List.of(known.split(" "));
        return list(complaint, names::contains);
    }

    private static ArgumentSyntax keys() {
        String ecdsa =
                " ecdsa-sha2-nistp256 ecdsa-sha2-nistp384 ecdsa-sha2-nistp521 sk-ecdsa-sha2-nistp256@openssh.com";
        String plain = "ssh-ed25519 sk-ssh-ed25519@openssh.com ssh-dss ssh-rsa rsa-sha2-256 rsa-sha2-512" + ecdsa;
        String certificates = " ssh-ed25519-cert-v01@openssh.com sk-ssh-ed25519-cert-v01@openssh.com"
                + " ssh-dss-cert-v01@openssh.com ssh-rsa-cert-v01@openssh.com rsa-sha2-256-cert-v01@openssh.com"
                + " rsa-sha2-512-cert-v01@openssh.com ecdsa-sha2-nistp256-cert-v01@openssh.com"
                + " ecdsa-sha2-nistp384-cert-v01@openssh.com ecdsa-sha2-nistp521-cert-v01@openssh.com"
                + " sk-ecdsa-sha2-nistp256-cert-v01@openssh.com webauthn-sk-ecdsa-sha2-nistp256@openssh.com";
        List<String> names = List.of((plain + certificates).split(" "));
        return list("Bad key types", name -> names.stream().anyMatch(known -> Pattern.matches(known, name)));
    }

    private static ArgumentSyntax list(String complaint, Predicate<String> known) {
        return ArgumentSyntax.one((argument, facts) -> {
            char sign = argument.charAt(0);
            String names = sign == '+' || sign == '^' ? argument.substring(1) : argument;
            boolean good = sign == '-'
                    || (!names.isEmpty() && Arrays.stream(names.split(",")).allMatch(known));
            return good ? Optional.empty() : Optional.of(complaint + " '" + argument + "'.");
        });
    }
}
