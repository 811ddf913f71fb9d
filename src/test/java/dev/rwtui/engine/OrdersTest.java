package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.ResolvedHost;
import dev.rwtui.ssh.model.RemoteCommand;
import dev.rwtui.ssh.model.RemoteCommand.Program;
import dev.rwtui.ssh.model.RemoteTerminal;
import dev.rwtui.ssh.model.TerminalSize;
import dev.rwtui.testing.Hosts;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ssh(1) would ask for; the table of terminals follows ssh.c of OpenSSH 9.2. */
final class OrdersTest {

    private static final RemoteTerminal TERMINAL = new RemoteTerminal("xterm", new TerminalSize(80, 24), Map.of());

    private static ResolvedHost host(String... lines) {
        return Hosts.configured("gpu", lines);
    }

    private static Order shell(Order.Input input) {
        return new Order.Shell(Map.of("LANG", "C", "PWD", "/x"), TERMINAL, input);
    }

    private static RemoteCommand asked(Order order, ResolvedHost host) {
        return ((Orders.Asked.For) Orders.of(order, host, Optional.of("/agent"))).command();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auto  | none | TERMINAL | true
            auto  | none | OTHER    | false
            auto  | top  | TERMINAL | false
            yes   | none | TERMINAL | true
            yes   | top  | TERMINAL | true
            yes   | top  | OTHER    | false
            no    | none | TERMINAL | false
            no    | top  | TERMINAL | false
            force | none | OTHER    | true
            force | top  | OTHER    | true
            """)
    void whetherThereIsATerminalDependsOnFourThings(String tty, String command, Order.Input input, boolean wanted) {
        ResolvedHost host = host("RequestTTY " + tty, "RemoteCommand " + command);

        Orders.Asked.For asked = (Orders.Asked.For) Orders.of(shell(input), host, Optional.empty());

        assertThat(asked.command().terminal()).isEqualTo(wanted ? Optional.of(TERMINAL) : Optional.empty());
        assertThat(asked.escape()).isEqualTo(wanted ? OptionalInt.of('~') : OptionalInt.empty());
    }

    @Test
    void whatWouldHaveNoTerminalIsNotRunForALentOne() {
        Orders.Asked without =
                Orders.of(shell(Order.Input.LENT_TERMINAL), host("RemoteCommand ./deploy.sh"), Optional.empty());
        Orders.Asked with = Orders.of(
                shell(Order.Input.LENT_TERMINAL), host("RemoteCommand top", "RequestTTY yes"), Optional.empty());

        assertThat(((Orders.Asked.Nothing) without).why().advice()).contains("RequestTTY yes");
        assertThat(((Orders.Asked.For) with).command().terminal()).contains(TERMINAL);
    }

    @Test
    void aShellIsWhatTheConfigurationSays() {
        assertThat(asked(shell(Order.Input.TERMINAL), host()).program()).isEqualTo(new Program.Shell());
        assertThat(asked(shell(Order.Input.TERMINAL), host("RemoteCommand tmux attach -t %n"))
                        .program())
                .isEqualTo(new Program.Line("tmux attach -t gpu"));
        assertThat(asked(shell(Order.Input.TERMINAL), host("SessionType subsystem", "RemoteCommand netconf"))
                        .program())
                .isEqualTo(new Program.Subsystem("netconf"));
    }

    @ParameterizedTest
    @CsvSource({"none, SessionType none", "subsystem, SessionType subsystem without"})
    void whereNothingIsToRunItSaysWhy(String type, String words) {
        Orders.Asked asked = Orders.of(shell(Order.Input.TERMINAL), host("SessionType " + type), Optional.empty());

        assertThat(((Orders.Asked.Nothing) asked).why().why()).startsWith(words);
        assertThat(((Orders.Asked.Nothing) asked).why().hop()).isEqualTo(new HostAlias("gpu"));
    }

    @Test
    void aCommandIsItselfWhateverTheConfigurationSaysOfShells() {
        ResolvedHost host = host("RemoteCommand top", "RequestTTY force", "SessionType none");

        RemoteCommand asked = asked(new Order.Command("true", Map.of()), host);

        assertThat(asked).isEqualTo(RemoteCommand.of("true"));
    }

    @Test
    void variablesAreThoseThatTheConfigurationSends() {
        RemoteCommand asked = asked(shell(Order.Input.TERMINAL), host("SendEnv LANG", "SetEnv A=b"));

        assertThat(asked.environment()).isEqualTo(Map.of("LANG", "C", "A", "b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ForwardAgent no                         |
            ForwardAgent yes                        | /agent
            ForwardAgent /other                     | /other
            ForwardAgent yes;ForwardAgent /other    | /other
            ForwardAgent no;ForwardAgent /other     |
            ForwardAgent yes;IdentityAgent /own     | /own
            ForwardAgent yes;IdentityAgent none     |
            IdentityAgent /own                      |
            """)
    void theAgentIsTheOneThatKeysComeFrom(String lines, String socket) {
        assertThat(asked(new Order.Command("true", Map.of()), host(lines.split(";")))
                        .agent())
                .isEqualTo(Optional.ofNullable(socket));
    }

    @Test
    void theEscapeIsTheConfigurations() {
        Orders.Asked.For none =
                (Orders.Asked.For) Orders.of(shell(Order.Input.TERMINAL), host("EscapeChar none"), Optional.empty());
        Orders.Asked.For control =
                (Orders.Asked.For) Orders.of(shell(Order.Input.TERMINAL), host("EscapeChar ^B"), Optional.empty());

        assertThat(none.escape()).isEmpty();
        assertThat(control.escape()).hasValue(2);
    }
}
