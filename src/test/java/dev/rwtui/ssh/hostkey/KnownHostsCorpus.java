package dev.rwtui.ssh.hostkey;

import java.util.List;
import java.util.stream.Stream;

/** Contents of known_hosts files, and what ssh makes of them, mostly for {@code Gate.Example.org}. */
final class KnownHostsCorpus {

    static final String HOST = "Gate.Example.org";

    private KnownHostsCorpus() {}

    /** What becomes of the server's key. */
    enum Word {
        KNOWN,
        UNKNOWN,
        CHANGED,
        REVOKED
    }

    /**
     * One content.
     *
     * @param alias {@code HostKeyAlias}, or nothing
     * @param user text of the user's file, where {@code KEY} is the server's, {@code OTHER} and {@code RSA} are not
     * @param global text of the global file, in the same way
     */
    record Case(Word expected, String host, int port, String alias, String user, String global) {

        static Case of(Word expected, String user) {
            return new Case(expected, HOST, 22, "", user, "");
        }

        Case to(String otherHost) {
            return new Case(expected, otherHost, port, alias, user, global);
        }

        Case at(int otherPort) {
            return new Case(expected, host, otherPort, alias, user, global);
        }

        Case as(String hostKeyAlias) {
            return new Case(expected, host, port, hostKeyAlias, user, global);
        }

        Case and(String globalText) {
            return new Case(expected, host, port, alias, user, globalText);
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                        names(),
                        aliases(),
                        addresses(),
                        patterns(),
                        ports(),
                        hashes(),
                        markers(),
                        several(),
                        oddities())
                .flatMap(List::stream);
    }

    private static List<Case> names() {
        return List.of(
                Case.of(Word.KNOWN, "gate.example.org KEY"),
                Case.of(Word.UNKNOWN, ""),
                Case.of(Word.UNKNOWN, "example.org KEY"),
                Case.of(Word.CHANGED, "gate.example.org OTHER"),
                Case.of(Word.CHANGED, "gate.example.org RSA"),
                Case.of(Word.KNOWN, "GATE.example.ORG KEY"),
                Case.of(Word.KNOWN, "10.0.0.1,gate.example.org,other KEY comment with words"),
                Case.of(Word.KNOWN, "  \tgate.example.org \t KEY"),
                Case.of(Word.UNKNOWN, "gate.example.org. KEY"),
                Case.of(Word.UNKNOWN, "gate.example.org , KEY"),
                Case.of(Word.KNOWN, ",gate.example.org, KEY"));
    }

    private static List<Case> aliases() {
        return List.of(
                Case.of(Word.KNOWN, "deep KEY").as("Deep"),
                Case.of(Word.CHANGED, "deep OTHER\ngate.example.org KEY").as("deep"),
                Case.of(Word.UNKNOWN, "gate.example.org KEY").as("deep"),
                Case.of(Word.KNOWN, "deep KEY").as("deep").at(2222),
                Case.of(Word.UNKNOWN, "[deep]:2222 KEY").as("deep").at(2222),
                Case.of(Word.UNKNOWN, "[gate.example.org]:2222 KEY").as("deep").at(2222),
                Case.of(Word.KNOWN, "[deep]:2222 KEY").as("[deep]:2222"),
                Case.of(Word.REVOKED, "@revoked deep KEY").as("deep").at(2222));
    }

    private static List<Case> addresses() {
        return List.of(
                Case.of(Word.KNOWN, "10.0.0.1 KEY").to("10.0.0.1"),
                Case.of(Word.KNOWN, "10.0.* KEY").to("10.0.0.1"),
                Case.of(Word.KNOWN, "::1 KEY").to("::1"),
                Case.of(Word.KNOWN, "FE80::A KEY").to("fe80::a"),
                Case.of(Word.UNKNOWN, "[::1] KEY").to("::1"),
                Case.of(Word.KNOWN, "[::1]:2222 KEY").to("::1").at(2222),
                Case.of(Word.KNOWN, "::1 KEY").to("::1").at(2222),
                Case.of(Word.CHANGED, "[::1]:2222 OTHER").to("::1").at(2222),
                Case.of(Word.KNOWN, "HASH(::1) KEY").to("::1"),
                Case.of(Word.KNOWN, "HASH([::1]:2222) KEY").to("::1").at(2222));
    }

    private static List<Case> patterns() {
        return List.of(
                Case.of(Word.KNOWN, "*.example.org KEY"),
                Case.of(Word.KNOWN, "gate.example.o?g KEY"),
                Case.of(Word.KNOWN, "* KEY"),
                Case.of(Word.CHANGED, "* OTHER"),
                Case.of(Word.UNKNOWN, "*.example.org,!gate.example.org KEY"),
                Case.of(Word.UNKNOWN, "!gate.example.org,*.example.org KEY"),
                Case.of(Word.KNOWN, "!other.example.org,*.example.org KEY"),
                Case.of(Word.UNKNOWN, "!other.example.org KEY"),
                Case.of(Word.UNKNOWN, "?.example.org KEY"));
    }

    private static List<Case> ports() {
        return List.of(
                Case.of(Word.KNOWN, "[gate.example.org]:2222 KEY").at(2222),
                Case.of(Word.UNKNOWN, "[gate.example.org]:2223 KEY").at(2222),
                Case.of(Word.KNOWN, "gate.example.org KEY").at(2222),
                Case.of(Word.UNKNOWN, "gate.example.org OTHER").at(2222),
                Case.of(Word.CHANGED, "[gate.example.org]:2222 OTHER\ngate.example.org KEY")
                        .at(2222),
                Case.of(Word.KNOWN, "[gate.example.org]:* KEY").at(2222),
                Case.of(Word.UNKNOWN, "[gate.example.org]:22 KEY"),
                Case.of(Word.KNOWN, "[*.example.org]:2222 KEY").at(2222),
                Case.of(Word.KNOWN, "*.example.org KEY").at(2222),
                Case.of(Word.KNOWN, "HASH(gate.example.org) KEY").at(2222),
                Case.of(Word.CHANGED, "* OTHER\ngate.example.org OTHER").at(2222),
                Case.of(Word.UNKNOWN, "[gate.example.org]:22222 KEY").at(2222),
                Case.of(Word.UNKNOWN, "gate.example.org:2222 KEY").at(2222),
                Case.of(Word.CHANGED, "[gate.example.org]:2222 RSA").at(2222));
    }

    private static List<Case> hashes() {
        return List.of(
                Case.of(Word.KNOWN, "HASH(gate.example.org) KEY"),
                Case.of(Word.CHANGED, "HASH(gate.example.org) OTHER"),
                Case.of(Word.UNKNOWN, "HASH(gate) KEY"),
                Case.of(Word.KNOWN, "HASH([gate.example.org]:2222) KEY").at(2222),
                Case.of(Word.REVOKED, "@revoked HASH(gate.example.org) KEY"),
                Case.of(Word.UNKNOWN, "|1|c2hvcnQ=|c2hvcnQ= KEY"),
                Case.of(Word.UNKNOWN, "|2|HASH(gate.example.org) KEY"));
    }

    private static List<Case> markers() {
        return List.of(
                Case.of(Word.REVOKED, "@revoked * KEY"),
                Case.of(Word.REVOKED, "gate.example.org KEY\n@revoked gate.example.org KEY"),
                Case.of(Word.KNOWN, "@revoked other.example.org KEY\ngate.example.org KEY"),
                Case.of(Word.KNOWN, "@revoked * OTHER\ngate.example.org KEY"),
                Case.of(Word.UNKNOWN, "@revoked * OTHER"),
                Case.of(Word.REVOKED, "gate.example.org KEY").and("@revoked * KEY"),
                Case.of(Word.UNKNOWN, "@cert-authority * KEY"),
                Case.of(Word.KNOWN, "@cert-authority * OTHER\ngate.example.org KEY"),
                Case.of(Word.UNKNOWN, "@unheard * KEY"),
                Case.of(Word.UNKNOWN, "@revoked @cert-authority * KEY"),
                Case.of(Word.REVOKED, "@revoked [gate.example.org]:2222 KEY").at(2222));
    }

    private static List<Case> several() {
        return List.of(
                Case.of(Word.KNOWN, "gate.example.org OTHER\ngate.example.org KEY"),
                Case.of(Word.KNOWN, "gate.example.org RSA\ngate.example.org OTHER\n* KEY"),
                Case.of(Word.CHANGED, "gate.example.org RSA\ngate.example.org OTHER"),
                Case.of(Word.KNOWN, "gate.example.org OTHER").and("gate.example.org KEY"),
                Case.of(Word.KNOWN, "").and("gate.example.org KEY"),
                Case.of(Word.CHANGED, "").and("gate.example.org OTHER"));
    }

    private static List<Case> oddities() {
        return List.of(
                Case.of(Word.KNOWN, "# comment\n\n   \n#gate.example.org OTHER\ngate.example.org KEY\n"),
                Case.of(Word.UNKNOWN, "#gate.example.org KEY"),
                Case.of(Word.KNOWN, "gate.example.org KEY\r"),
                Case.of(Word.UNKNOWN, "gate.example.org"),
                Case.of(Word.UNKNOWN, "gate.example.org ssh-ed25519"),
                Case.of(Word.UNKNOWN, "gate.example.org ssh-unheard AAAA"),
                Case.of(Word.UNKNOWN, "gate.example.org ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA=="),
                Case.of(Word.UNKNOWN, "gate.example.org ssh-rsa KEYBLOB"),
                Case.of(Word.UNKNOWN, "gate.example.org 1024 35 1234567890"),
                Case.of(Word.UNKNOWN, "gate.example.org ssh-ed25519 KEYBLOBA"),
                Case.of(Word.KNOWN, "gate.example.org KEY\u00a0 trailing\ngate.example.org KEY"),
                Case.of(Word.KNOWN, "gate.example.org OTHER\rx\ngate.example.org KEY"),
                Case.of(Word.KNOWN, "b\u00fccher,gate.example.org KEY"),
                Case.of(Word.KNOWN, "gate.example.org ssh-ed25519 !!!\ngate.example.org KEY"));
    }
}
