package dev.rwtui.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.testing.MemoryConfigFiles;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ConfiguredRoutesTest {

    private static SshConfig config(MemoryConfigFiles files) {
        return SshConfig.read(files, Optional.empty(), Overrides.NONE);
    }

    private static Route plan(MemoryConfigFiles files, String name) throws SshException {
        SshConfig config = config(files);
        return new ConfiguredRoutes(() -> config).plan(new HostAlias(name));
    }

    private static Route plan(String text, String name) throws SshException {
        return plan(MemoryConfigFiles.of(text), name);
    }

    /** {@code alias=user@address} of each hop. */
    private static List<String> hops(Route route) {
        return route.hops().stream()
                .map(hop -> hop.alias() + "=" + hop.host().user().value() + "@" + hop.address())
                .toList();
    }

    private static String refusal(String text, String name) {
        SshException failure = catchThrowableOfType(SshException.class, () -> plan(text, name));
        assertThat(failure).isNotNull();
        assertThat(failure.failure().kind()).isEqualTo(Failure.Kind.CONFIGURATION);
        assertThat(failure.failure().hop()).isEqualTo(new HostAlias(name));
        return failure.failure().why();
    }

    @Test
    void aHostWithoutProxyIsOneHop() throws SshException {
        Route route = plan("Host a\n HostName A.Example.ORG\n Port 2222\n", "a");

        assertThat(hops(route)).containsExactly("a=me@a.example.org:2222");
        assertThat(route.command()).isEmpty();
    }

    @Test
    void aCommandThatGoesThroughAServerIsAHop() throws SshException {
        Route route = plan("""
                Host cued
                  HostName gate.eng.cam.ac.uk
                  User ah2029
                Host direwolf
                  HostName direwolf
                  User anthonyhu
                  ProxyCommand ssh -W %h:%p cued
                """, "direwolf");

        assertThat(hops(route)).containsExactly("cued=ah2029@gate.eng.cam.ac.uk:22", "direwolf=anthonyhu@direwolf:22");
    }

    @Test
    void ofAChainOnlyTheFirstJumpUsesItsOwnProxy() throws SshException {
        Route route = plan("""
                Host a
                  ProxyJump first,bob@second:23
                Host first
                  ProxyJump outer
                Host second
                  ProxyJump elsewhere
                """, "a");

        assertThat(hops(route))
                .containsExactly("outer=me@outer:22", "first=me@first:22", "second=bob@second:23", "a=me@a:22");
    }

    @Test
    void theGateOfACommandUsesItsOwnProxyToo() throws SshException {
        Route route = plan(
                "Host a\n ProxyCommand ssh -W %h:%p b\nHost b\n ProxyCommand ssh c nc %h %p\nHost c\n ProxyCommand corkscrew x\n",
                "a");

        assertThat(hops(route)).containsExactly("c=me@c:22", "b=me@b:22", "a=me@a:22");
        assertThat(route.command()).contains("corkscrew x");
    }

    @Test
    void anotherTargetIsWhatTheLastJumpDials() throws SshException {
        Route route = plan("Host a\n ProxyCommand ssh -W localhost:2222 gate\n", "a");

        assertThat(hops(route)).containsExactly("gate=me@gate:22", "a=me@localhost:2222");
    }

    @Test
    void optionsOfTheCommandLineStayWithTheTarget() throws SshException {
        SshConfig config = SshConfig.read(
                MemoryConfigFiles.of("Host a\n ProxyJump g\n"), Optional.empty(), new Overrides(List.of("User=cl")));

        Route route = new ConfiguredRoutes(() -> config).plan(new HostAlias("a"), new Overrides(List.of("Port=7")));

        assertThat(hops(route)).containsExactly("g=me@g:22", "a=cl@a:7");
    }

    @Test
    void aCommandReadsTheStandardFilesEvenWhereAnotherIsNamed() throws SshException {
        MemoryConfigFiles files = MemoryConfigFiles.of("Host g\n User standard\n")
                .with("/f", "Host a\n ProxyCommand ssh -W %h:%p g\nHost b\n ProxyJump g\nHost g\n User named\n");
        SshConfig config = SshConfig.read(files, Optional.of("/f"), Overrides.NONE);
        ConfiguredRoutes routes = new ConfiguredRoutes(() -> config);

        assertThat(hops(routes.plan(new HostAlias("a")))).startsWith("g=standard@g:22");
        assertThat(hops(routes.plan(new HostAlias("b")))).startsWith("g=named@g:22");
    }

    @Test
    void circlesAreRefused() {
        assertThat(refusal("Host a\n ProxyJump b\nHost b\n ProxyJump c\nHost c\n ProxyJump b\n", "a"))
                .isEqualTo("/home/me/.ssh/config:6: the jumps form a circle through b");
        assertThat(refusal("Host a\n ProxyCommand ssh -W %h:%p a\n", "a"))
                .isEqualTo("/home/me/.ssh/config:2: the jumps form a circle through a");
        assertThat(refusal("ProxyJump x%h\n", "a")).contains("config:1: more than 16 jumps");
        assertThat(refusal("Host a\n ProxyJump g\n ProxyCommand none\nHost g\n ProxyJump g\n", "a"))
                .isEqualTo("/home/me/.ssh/config:5: jumphost loop via g");
    }

    @Test
    void aFaultOfAGatewayRefusesTheHost() {
        assertThat(refusal("Host a\n ProxyJump g\nHost g\n HostName %x\n", "a"))
                .isEqualTo("/home/me/.ssh/config:4: unknown key %x");
        assertThat(refusal("ProxyJump []:2\n", "a")).isEqualTo("/home/me/.ssh/config:1: a jump has no name");
    }

    @Test
    void aConfigurationThatWasReadAgainIsUsedAtOnce() throws SshException {
        AtomicReference<SshConfig> current = new AtomicReference<>(config(MemoryConfigFiles.of("Port 1\n")));
        ConfiguredRoutes routes = new ConfiguredRoutes(current::get);

        current.set(config(MemoryConfigFiles.of("Port 2\n")));

        assertThat(hops(routes.plan(new HostAlias("a")))).containsExactly("a=me@a:2");
    }
}
