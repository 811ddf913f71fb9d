package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.config.Proxy.Configuration;
import dev.rwtui.testing.MemoryConfigFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandProxyTest {

    private static final Endpoint TARGET = new Endpoint("wolf", 22);

    private static Proxy read(String line) {
        return CommandProxy.of(line, TARGET, new MemoryConfigFiles());
    }

    private static Proxy.Jump jump(String line) {
        assertThat(read(line)).isInstanceOf(Proxy.Jumps.class);
        Proxy.Jumps jumps = (Proxy.Jumps) read(line);
        assertThat(jumps.target()).isEmpty();
        assertThat(jumps.jumps()).hasSize(1);
        return jumps.jumps().get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh -W wolf:22 gate",
                "ssh gate -W wolf:22",
                "ssh -q -W wolf:22 gate",
                "ssh -qW wolf:22 gate",
                "ssh -Wwolf:22 gate",
                "ssh -W [wolf]:22 gate",
                "ssh -W '[wolf]:22' gate",
                "ssh -4ACTaxv -W wolf:22 gate",
                "  exec   ssh -W wolf:22 gate 2>/dev/null ",
                "/usr/bin/ssh -W wolf:22 -- gate",
                "\"ssh\" -W \"wolf\":22 'gate'",
                "ssh -W wolf:22 g\\ate",
                "ssh gate nc wolf 22",
                "ssh gate nc -w 5 wolf 22",
                "ssh gate exec /bin/netcat -w5 -q 0 wolf ssh",
                "ssh gate 'nc -N wolf 22 2>/dev/null'",
                "ssh -q gate ncat -v wolf 22 2>/dev/null",
            })
    void aCommandThatOnlyConnectsThroughAServerIsAJump(String line) {
        Proxy.Jump jump = jump(line);

        assertThat(jump).isEqualTo(new Proxy.Jump("gate", Overrides.NONE, new Configuration.Standard()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ssh -W wolf:22 bob@gate              | User="bob"
                    ssh -l bob -W wolf:22 gate           | User="bob"
                    ssh -lbob -W wolf:22 gate            | User="bob"
                    ssh gate -p 2222 -W wolf:22          | Port="2222"
                    ssh -oPort=7 -W wolf:22 gate         | Port=7
                    ssh -o 'Port 7' -W wolf:22 gate      | Port 7
                    ssh -i ~/key -W wolf:22 gate         | IdentityFile="/home/me/key"
                    ssh -J outer -W wolf:22 gate         | ProxyJump=outer
                    ssh -c aes128-ctr -W wolf:22 gate    | Ciphers="aes128-ctr"
                    ssh -m hmac-sha1 -W wolf:22 gate     | MACs="hmac-sha1"
                    ssh -l 'a\\"b' -W wolf:22 gate       | User="a\\\\\\"b"
                    """)
    void itsOptionsBecomeOptionsOfTheJump(String line, String option) {
        assertThat(jump(line).overrides().options()).containsExactly(option);
    }

    @Test
    void aUriNamesUserAndPort() {
        Proxy.Jump jump = jump("ssh -W wolf:22 ssh://bob@gate:2222");

        assertThat(jump.name()).isEqualTo("gate");
        assertThat(jump.overrides().options()).containsExactly("User=\"bob\"", "Port=2222");
    }

    @Test
    void withAFileOfItsOwnTheJumpIsLookedUpThere() {
        assertThat(jump("ssh -F /x/c -W wolf:22 gate").configuration()).isEqualTo(new Configuration.File("/x/c"));
        assertThat(jump("ssh -F none -W wolf:22 gate").configuration()).isEqualTo(new Configuration.File("none"));
    }

    @ParameterizedTest
    @CsvSource({
        "ssh -W localhost:2222 gate,localhost,2222",
        "ssh -W [::1]:22 gate,::1,22",
        "ssh gate nc other 23,other,23",
    })
    void anotherTargetIsKept(String line, String host, int port) {
        Proxy.Jumps jumps = (Proxy.Jumps) read(line);

        assertThat(jumps.target()).isEqualTo(Optional.of(new Endpoint(host, port)));
    }

    @Test
    void anIpv6TargetIsRecognisedWithAndWithoutBrackets() {
        Endpoint target = new Endpoint("fe80::1", 22);
        MemoryConfigFiles files = new MemoryConfigFiles();

        for (String line : List.of("ssh -W fe80::1:22 g", "ssh -W [fe80::1]:22 g", "ssh g nc fe80::1 22")) {
            assertThat(CommandProxy.of(line, target, files))
                    .isEqualTo(new Proxy.Jumps(
                            List.of(new Proxy.Jump("g", Overrides.NONE, new Configuration.Standard())),
                            Optional.empty()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nc -X connect -x proxy:3128 wolf 22",
                "ssh gate",
                "ssh",
                "ssh -W wolf:22",
                "ssh -W",
                "ssh -W wolf gate",
                "ssh -W wolf:x gate",
                "ssh -W u@wolf:22 gate",
                "ssh -W wolf:22 gate nc wolf 22",
                "ssh -W wolf:22 gate | tee log",
                "ssh -W wolf:22 gate; true",
                "ssh -W wolf:22 $GATE",
                "ssh -W wolf:22 `gate`",
                "ssh -W wolf:22 \"$GATE\"",
                "ssh -W wolf:22 'gate",
                "ssh -W wolf:22 gate\\",
                "ssh -W wolf:22 gate 2>log",
                "ssh -W wolf:22 gate2>/dev/null",
                "2>/dev/null",
                "ssh -W wolf:22 gate # comment",
                "ssh -W wolf:22 ga*",
                "ssh -f -W wolf:22 gate",
                "ssh -L 1:a:2 -W wolf:22 gate",
                "ssh -W wolf:22 - gate",
                "ssh -W wolf:22 user@",
                "ssh -W wolf:22 ssh://gate:x",
                "ssh -W wolf:22 gate -f",
                "ssh gate nc wolf",
                "ssh gate nc wolf 0",
                "ssh gate nc -x y wolf 22",
                "ssh gate socat - TCP:wolf:22",
                "ssh gate 'exec'",
                "ssh gate 'nc wolf 22; true'",
                "LANG=C ssh -W wolf:22 gate",
                "corkscrew proxy 8080 wolf 22",
                "exec",
                "",
            })
    void anythingElseRunsAsAProcess(String line) {
        assertThat(read(line)).isEqualTo(new Proxy.Command(line));
    }
}
