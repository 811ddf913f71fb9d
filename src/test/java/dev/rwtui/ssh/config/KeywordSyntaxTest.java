package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.MemoryConfigFiles;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each keyword takes and refuses; the comparison with {@code ssh -G} proves that ssh says the same. */
final class KeywordSyntaxTest {

    private static Optional<Keyword> find(String name) {
        return Keywords.find(name, OpenSsh.NEWEST);
    }

    private static Optional<String> fault(String text) {
        ConfigFiles files = new MemoryConfigFiles();
        ConfigLine line =
                ConfigLine.split(text).orElseThrow().or(new ConfigLine("unsplittable", "", java.util.List.of()));
        return Keywords.find(line.keyword(), OpenSsh.NEWEST)
                .orElseThrow()
                .syntax()
                .fault(line, ArgumentSyntax.Facts.of(Site.of(files)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HostName x",
                "Port ssh",
                "Port 65535",
                "IdentitiesOnly TRUE",
                "StrictHostKeyChecking Accept-New",
                "ServerAliveInterval 1h30m5",
                "ServerAliveInterval 2W3d4H",
                "ConnectTimeout none",
                "ServerAliveCountMax +3",
                "UserKnownHostsFile a b",
                "UserKnownHostsFile #",
                "UserKnownHostsFile NONE",
                "IdentityAgent none",
                "IdentityAgent $SOCK",
                "IdentityAgent ${GREETING}",
                "ForwardAgent yes",
                "ForwardAgent ~/sock",
                "ProxyJump none",
                "ProxyJump a,b@c:22 # d",
                "ProxyCommand 'a b'",
                "LocalForward 80 h:http",
                "LocalForward 80:h 80",
                "RemoteForward 0 h:80",
                "RemoteForward b:0 h:80",
                "RemoteForward 1080",
                "RemoteForward 1080 \"\"",
                "RemoteForward 0",
                "DynamicForward [::1]:1080",
                "DynamicForward b:1080",
                "DynamicForward /sock",
                "PermitRemoteOpen none",
                "PermitRemoteOpen any",
                "PermitRemoteOpen h:80 g:*",
                "Ciphers aes128-ctr,aes256-ctr",
                "Ciphers +3des-cbc",
                "Ciphers -anything",
                "HostKeyAlgorithms ^ssh-*",
                "RekeyLimit default none",
                "RekeyLimit 500M 1h",
                "RekeyLimit 16",
                "RekeyLimit 0",
                "RekeyLimit 15K",
                "EscapeChar none",
                "EscapeChar ^a",
                "EscapeChar !",
                "TunnelDevice any",
                "TunnelDevice 1:any",
                "StreamLocalBindMask 0077",
                "IPQoS lowdelay",
                "IPQoS 16 af21",
                "AddKeysToAgent confirm",
                "AddKeysToAgent 1h",
                "AddKeysToAgent confirm 1h",
                "ControlPersist yes",
                "ControlPersist 10m",
                "SendEnv LANG LC_*",
                "SetEnv A=b C=d",
                "CanonicalDomains a.org b.org",
                "CanonicalDomains none",
                "CanonicalizePermittedCNAMEs *.a:*.b,*.c",
                "CanonicalizePermittedCNAMEs *",
                "CanonicalizePermittedCNAMEs none",
                "Host none *",
                "Match all",
                "Match !host a user b",
                "Match host=a # c",
                "Match host a all",
                "Match final all",
                "Match exec \"true\"",
                "Include none ~/x",
                "RSAAuthentication any thing",
                "Tag work",
            })
    void isTaken(String line) {
        assertThat(fault(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    HostName ""                     | Missing argument.
                    HostName #                      | Missing argument.
                    HostName a b                    | keyword hostname extra arguments at end of line
                    Port 0                          | Bad port '0'.
                    Port 65536                      | Bad port '65536'.
                    Port x                          | Bad port 'x'.
                    IdentitiesOnly maybe            | unsupported option "maybe".
                    Compression true                | unsupported option "true".
                    ServerAliveInterval 1x          | invalid time value
                    ServerAliveInterval s           | invalid time value
                    ServerAliveInterval 99999999999 | invalid time value
                    ServerAliveCountMax x           | integer value invalid
                    ServerAliveCountMax -           | integer value invalid
                    ServerAliveCountMax -1          | integer value too small
                    ServerAliveCountMax 99999999999 | integer value too large
                    UserKnownHostsFile a ""         | keyword userknownhostsfile empty argument
                    UserKnownHostsFile a none       | keyword userknownhostsfile "none" argument must appear alone.
                    IdentityAgent ${MISSING}        | Invalid environment expansion ${MISSING}.
                    IdentityAgent $a-b              | Invalid environment name $a-b.
                    ForwardAgent $a-b               | Invalid environment name $a-b.
                    ProxyJump a,,b                  | Invalid ProxyJump "a,,b"
                    LocalForward ""                 | Missing argument.
                    LocalForward #                  | Missing argument.
                    LocalForward 80                 | Missing target argument.
                    LocalForward 80 ""              | Missing target argument.
                    LocalForward 80 h:80 x          | keyword localforward extra arguments at end of line
                    LocalForward 80 h               | Bad forwarding specification.
                    RemoteForward ""                | Missing argument.
                    RemoteForward #                 | Missing argument.
                    RemoteForward x                 | Bad forwarding specification.
                    RemoteForward 80 h:x            | Bad forwarding specification.
                    RemoteForward 80 h:80 x         | keyword remoteforward extra arguments at end of line
                    DynamicForward a:b:80           | Bad forwarding specification.
                    DynamicForward 0                | Bad forwarding specification.
                    DynamicForward [a:80            | Bad forwarding specification.
                    DynamicForward ${MISSING}       | Bad forwarding specification.
                    PermitRemoteOpen ""             | missing permitremoteopen specification
                    PermitRemoteOpen #              | missing permitremoteopen specification
                    PermitRemoteOpen any x          | keyword permitremoteopen argument must appear alone.
                    PermitRemoteOpen h:x            | bad port number in permitremoteopen
                    PermitRemoteOpen h:0            | bad port number in permitremoteopen
                    PermitRemoteOpen 80             | bad port number in permitremoteopen
                    Ciphers foo                     | Bad SSH2 cipher spec 'foo'.
                    Ciphers +                       | Bad SSH2 cipher spec '+'.
                    HostKeyAlgorithms foo*          | Bad key types 'foo*'.
                    RekeyLimit 1Q                   | Bad number '1Q'
                    RekeyLimit 15                   | RekeyLimit too small
                    RekeyLimit 1G x                 | invalid time value.
                    RekeyLimit 1G 1h 2              | keyword rekeylimit extra arguments at end of line
                    EscapeChar ab                   | Bad escape character.
                    TunnelDevice 1:x                | Bad tun device.
                    StreamLocalBindMask 8           | Bad mask.
                    IPQoS x                         | Bad IPQoS value: x
                    IPQoS 256                       | Bad IPQoS value: 256
                    IPQoS -1                        | Bad IPQoS value: -1
                    AddKeysToAgent maybe            | unsupported option
                    AddKeysToAgent #                | unsupported option
                    AddKeysToAgent yes 1h           | unsupported option
                    AddKeysToAgent confirm x        | unsupported option
                    AddKeysToAgent confirm 1h 2     | keyword addkeystoagent extra arguments at end of line
                    ControlPersist YES              | Bad ControlPersist argument.
                    SendEnv A=b                     | Invalid environment name.
                    SendEnv ""                      | Invalid environment name.
                    SetEnv A                        | Invalid SetEnv.
                    CanonicalDomains ..a            | a domain name has an invalid character
                    CanonicalDomains a..b           | a domain name has an invalid character
                    CanonicalizePermittedCNAMEs a   | Invalid permitted CNAME
                    Host ""                         | keyword host empty argument
                    """)
    void isRefused(String line, String why) {
        assertThat(fault(line)).hasValueSatisfying(reason -> assertThat(reason).startsWith(why));
    }

    @Test
    void olderSpellingsMeanTheSameKeyword() {
        assertThat(find("identityfile2")).isEqualTo(find("identityfile"));
        assertThat(find("keepalive").orElseThrow().name()).isEqualTo("tcpkeepalive");
        assertThat(find("frobnicate")).isEmpty();
    }
}
