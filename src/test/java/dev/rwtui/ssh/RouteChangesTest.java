package dev.rwtui.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.testing.MemoryConfigFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host {@code a}, by a configuration as it was and as it is. */
final class RouteChangesTest {

    private static Route route(String config) throws SshException {
        SshConfig read = SshConfig.read(MemoryConfigFiles.of(config), Optional.empty(), Overrides.NONE);
        return new ConfiguredRoutes(() -> read).plan(new HostAlias("a"));
    }

    private static List<String> changes(String before, String now) throws SshException {
        return RouteChanges.between(route(before), route(now));
    }

    @ParameterizedTest
    @CsvSource({
        "Port 22,Port 2222,Port 22 is now 2222",
        "HostName a,HostName b,HostName a is now b",
        "User me,User you,User me is now you",
        "IdentityFile /k,IdentityFile /l,IdentityFile /k is now /l",
        "IdentitiesOnly no,IdentitiesOnly yes,IdentitiesOnly no is now yes",
        "'',IdentityAgent none,IdentityAgent SSH_AUTH_SOCK is now none",
        "IdentityAgent /s,'',IdentityAgent /s is now SSH_AUTH_SOCK",
        "UserKnownHostsFile /a /b,UserKnownHostsFile /a,UserKnownHostsFile /a /b is now /a",
        "GlobalKnownHostsFile /a,GlobalKnownHostsFile /b,GlobalKnownHostsFile /a is now /b",
        "'',StrictHostKeyChecking accept-new,StrictHostKeyChecking ask is now accept-new",
        "'',HostKeyAlias k,HostKeyAlias none is now k",
        "ServerAliveInterval 5,ServerAliveInterval 1m,ServerAliveInterval 5 is now 60",
        "'',ServerAliveCountMax 5,ServerAliveCountMax 3 is now 5",
        "'',ConnectTimeout 7,ConnectTimeout none is now 7",
        "BatchMode yes,BatchMode no,BatchMode yes is now no",
        "'',ProxyJump gate,now reached through gate",
        "ProxyJump gate,'',now reached directly",
        "ProxyJump gate,'ProxyJump outer,gate','now reached through outer, gate'",
        "ProxyJump gate,ProxyCommand nc x 1,now reached by ProxyCommand nc x 1",
        "ProxyCommand nc x 1,ProxyCommand nc x 2,ProxyCommand nc x 1 is now nc x 2",
        "'',ProxyCommand nc x 1,ProxyCommand none is now nc x 1",
        "ProxyCommand ssh -W h:22 gate,ProxyCommand ssh -W h:23 gate,the address h:22 is now h:23",
    })
    void aChangeIsSaidInTheWordsOfTheConfiguration(String before, String now, String change) throws SshException {
        assertThat(changes("Host a\n" + before + "\n", "Host a\n" + now + "\n")).containsExactly(change);
    }

    @Test
    void whereASettingStandsAndWhichForwardsThereAreIsNoChange() throws SshException {
        assertThat(changes(
                        "Host a\n User u\n Port 22\n LocalForward 1 x:1\n",
                        "# more\nHost b\nHost a\n User u\nHost *\n LocalForward 2 y:2\n LocalForward /s x:1\n"))
                .isEmpty();
    }

    @Test
    void theSameGatewayWrittenInAnotherWayIsNoChange() throws SshException {
        assertThat(changes("Host a\n ProxyJump gate\n", "Host a\n ProxyCommand ssh -W %h:%p gate\n"))
                .isEmpty();
    }

    @Test
    void aGatewaysChangesNameTheGateway() throws SshException {
        String jump = "Host a\n ProxyJump gate\n";

        assertThat(changes(jump, jump + "Host gate\n User x\n Port 7\n"))
                .containsExactly("gate: Port 22 is now 7", "gate: User me is now x");
        assertThat(changes(jump, jump + " User y\nHost gate\n ProxyJump outer\n Port 7\n"))
                .containsExactly("now reached through outer, gate", "gate: Port 22 is now 7", "User me is now y");
    }

    @Test
    void theCommandThatCarriesTheGatewayIsPartOfTheWay() throws SshException {
        String jump = "Host a\n ProxyJump gate\n";

        assertThat(changes(jump, jump + "Host gate\n ProxyCommand nc %h %p\n"))
                .containsExactly("ProxyCommand none is now nc gate 22");
        assertThat(changes("", jump + "Host gate\n ProxyCommand nc %h %p\n"))
                .containsExactly("now reached through gate", "ProxyCommand none is now nc gate 22");
    }
}
