package dev.rwtui.ssh.hostkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.config.HostKeyChecking;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class KnownHostsTest {

    private static final String KEY = SampleKeys.base64("ssh-ed25519", 1);
    private static final String OTHER = SampleKeys.base64("ssh-ed25519", 2);

    private static HostKeyName name(String host, int port) {
        return HostKeyName.of(new Endpoint(host, port), Optional.empty());
    }

    private static KnownHosts of(String... lines) {
        return new KnownHosts(KnownHosts.parse("f", List.of(lines)));
    }

    /** The verdict on the key a, where the line's KEY is that key and OTHER another. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            web ssh-ed25519 KEY;                        web;  22;   Known
            WEB ssh-ed25519 KEY comment;                Web;  22;   Known
            web ssh-ed25519 OTHER;                      web;  22;   Changed
            db ssh-ed25519 KEY;                         web;  22;   Unknown
            *.lab,!bad.lab ssh-ed25519 KEY;             a.lab; 22;  Known
            *.lab,!bad.lab ssh-ed25519 KEY;             bad.lab; 22; Unknown
            w?b ssh-ed25519 KEY;                        web;  22;   Known
            [web]:2222 ssh-ed25519 KEY;                 web;  2222; Known
            [web]:2222 ssh-ed25519 KEY;                 web;  22;   Unknown
            web ssh-ed25519 KEY;                        web;  2222; Known
            web ssh-ed25519 OTHER;                      web;  2222; Unknown
            @revoked * ssh-ed25519 KEY;                 web;  22;   Revoked
            @revoked * ssh-ed25519 OTHER;               web;  22;   Unknown
            @cert-authority * ssh-ed25519 KEY;          web;  22;   Unknown
            @unheard-of web ssh-ed25519 KEY;            web;  22;   Unknown
            # web ssh-ed25519 KEY;                      web;  22;   Unknown
            web ssh-rsa KEY;                            web;  22;   Unknown
            web ssh-ed25519;                            web;  22;   Unknown
            web ssh-ed25519 !!!;                        web;  22;   Unknown
            web ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==; web; 22;  Unknown
            web ssh-unheard KEY;                        web;  22;   Unknown
            [::1]:2222 ssh-ed25519 KEY;                 ::1;  2222; Known
            ::1 ssh-ed25519 KEY;                        ::1;  22;   Known
            @revoked web ssh-ed25519 KEY;               web;  2222; Revoked
            """)
    void aLineDecides(String line, String host, int port, String verdict) {
        KnownHosts known = of(line.replace("KEY", KEY).replace("OTHER", OTHER));

        Verdict found = known.check(name(host, port), KEY);

        assertThat(found.getClass().getSimpleName()).isEqualTo(verdict);
    }

    @Test
    void aHashedNameIsFound() {
        KnownHosts known = of(HashedNameSample.line("web", KEY));

        assertThat(known.check(name("web", 22), KEY)).isInstanceOf(Verdict.Known.class);
        assertThat(known.check(name("db", 22), KEY)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void oneOfSeveralKeysIsEnoughAndARevokedOneNever() {
        KnownHosts several = of("web ssh-ed25519 " + OTHER, "web ssh-ed25519 " + KEY);
        KnownHosts revoked = of("web ssh-ed25519 " + KEY, "@revoked web ssh-ed25519 " + KEY);

        assertThat(several.check(name("web", 22), KEY)).isInstanceOf(Verdict.Known.class);
        assertThat(revoked.check(name("web", 22), KEY)).isInstanceOf(Verdict.Revoked.class);
    }

    @Test
    void aChangedKeyNamesItsLine() {
        KnownHosts known = of("", "# c", "web ssh-ed25519 " + OTHER);

        assertThat(known.check(name("web", 22), KEY))
                .isInstanceOfSatisfying(
                        Verdict.Changed.class,
                        changed -> assertThat(changed.line().place()).isEqualTo("f:3"));
    }

    @Test
    void aChangedKeyNamesTheLineWithAKeyOfItsType() {
        KnownHosts known = of("web ssh-rsa " + SampleKeys.base64("ssh-rsa", 3), "web ssh-ed25519 " + OTHER);

        assertThat(known.check(name("web", 22), KEY))
                .isInstanceOfSatisfying(
                        Verdict.Changed.class,
                        changed -> assertThat(changed.line().place()).isEqualTo("f:2"));
    }

    @Test
    void theCommandThatRemovesAKeyIsSafeInAShell() {
        KnownHostsLine line = new KnownHostsLine("it's", 1, KnownHostsLine.Marker.NONE, "web", "ssh-ed25519", KEY);

        assertThat(line.removal(name("web", 2222))).isEqualTo("ssh-keygen -f 'it'\\''s' -R '[web]:2222'");
    }

    @Test
    void theTypesOnRecordAreTold() {
        KnownHosts known =
                of("web ssh-ed25519 " + KEY, "web ssh-rsa " + SampleKeys.base64("ssh-rsa", 3), "db ssh-ed25519 " + KEY);

        assertThat(known.types(name("web", 22))).containsExactly("ssh-ed25519", "ssh-rsa");
    }

    @Test
    void anAliasStandsForNameAndPort() {
        HostKeyName name = HostKeyName.of(new Endpoint("10.0.0.1", 2222), Optional.of("Direwolf"));

        assertThat(name.recorded()).isEqualTo("direwolf");
    }

    @ParameterizedTest
    @EnumSource
    void aChangedOrRevokedKeyIsRefusedHoweverLaxTheChecking(HostKeyChecking checking) {
        KnownHostsLine line = new KnownHostsLine("f", 1, KnownHostsLine.Marker.NONE, "web", "ssh-ed25519", OTHER);

        assertThat(HostKeyPolicy.decide(new Verdict.Changed(line), checking, HostKeyPolicy.Person.THERE))
                .isEqualTo(HostKeyPolicy.REFUSE_CHANGED);
        assertThat(HostKeyPolicy.decide(new Verdict.Revoked(line), checking, HostKeyPolicy.Person.THERE))
                .isEqualTo(HostKeyPolicy.REFUSE_REVOKED);
        assertThat(HostKeyPolicy.decide(new Verdict.Known(line), checking, HostKeyPolicy.Person.ABSENT))
                .isEqualTo(HostKeyPolicy.ACCEPT);
    }

    @ParameterizedTest
    @CsvSource({
        "YES, THERE, REFUSE_UNKNOWN",
        "ASK, THERE, ASK",
        "ASK, ABSENT, REFUSE_UNKNOWN",
        "ACCEPT_NEW, ABSENT, ACCEPT_AND_RECORD",
        "NO, ABSENT, ACCEPT_AND_RECORD"
    })
    void anUnknownKeyIsAMatterOfChecking(
            HostKeyChecking checking, HostKeyPolicy.Person person, HostKeyPolicy expected) {
        assertThat(HostKeyPolicy.decide(new Verdict.Unknown(), checking, person))
                .isEqualTo(expected);
    }

    /** What {@code ssh-keygen -H} writes. */
    private static final class HashedNameSample {
        static String line(String name, String key) {
            try {
                javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA1");
                byte[] salt = new byte[20];
                mac.init(new javax.crypto.spec.SecretKeySpec(salt, "HmacSHA1"));
                byte[] hash = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
                return "|1|" + Base64.getEncoder().encodeToString(salt) + "|"
                        + Base64.getEncoder().encodeToString(hash) + " ssh-ed25519 " + key;
            } catch (java.security.GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }
}
