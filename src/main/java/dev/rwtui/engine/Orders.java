package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.ResolvedHost;
import dev.rwtui.ssh.config.SessionSettings;
import dev.rwtui.ssh.config.SessionSettings.ForwardedAgent;
import dev.rwtui.ssh.config.SessionSettings.RequestTty;
import dev.rwtui.ssh.config.SessionSettings.SessionType;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.RemoteCommand;
import dev.rwtui.ssh.model.RemoteCommand.Program;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes of an order what its host's configuration says is really asked for, as ssh(1) does. */
final class Orders {

    private Orders() {}

    /** What came of it. */
    sealed interface Asked {
        /** @param escape see {@link SessionSettings#escape()} */
        record For(RemoteCommand command, OptionalInt escape) implements Asked {}

        record Nothing(Failure why) implements Asked {}
    }

    /** @param ownAgent {@code SSH_AUTH_SOCK} of whoever orders */
    static Asked of(Order order, ResolvedHost host, Optional<String> ownAgent) {
        SessionSettings settings = host.session();
        if (order instanceof Order.Command command) {
            return new Asked.For(dressed(new Program.Line(command.line()), order, host, ownAgent), OptionalInt.empty());
        }
        if (settings.type() == SessionType.NONE) {
            return nothing(host.alias(), "SessionType none");
        }
        if (settings.type() == SessionType.SUBSYSTEM && settings.remoteCommand().isEmpty()) {
            return nothing(host.alias(), "SessionType subsystem without a RemoteCommand that names it");
        }
        Order.Shell shell = (Order.Shell) order;
        RemoteCommand command = dressed(program(settings), order, host, ownAgent);
        if (wantsTerminal(settings, shell.input())) {
            return new Asked.For(command.on(shell.terminal()), settings.escape());
        }
        return shell.input() == Order.Input.LENT_TERMINAL
                ? new Asked.Nothing(new Failure(
                        Failure.Kind.CONFIGURATION,
                        host.alias(),
                        "its configuration asks for no terminal (RequestTTY, RemoteCommand)",
                        "RequestTTY yes gives it one; rwtui shell runs it without."))
                : new Asked.For(command, OptionalInt.empty());
    }

    private static Asked nothing(HostAlias host, String setting) {
        return new Asked.Nothing(new Failure(
                Failure.Kind.CONFIGURATION,
                host,
                setting + " leaves no shell to run",
                "rwtui config " + host + " --why says which line it is."));
    }

    private static Program program(SessionSettings settings) {
        return settings.remoteCommand()
                .<Program>map(line ->
                        settings.type() == SessionType.SUBSYSTEM ? new Program.Subsystem(line) : new Program.Line(line))
                .orElseGet(Program.Shell::new);
    }

    /** ssh.c of OpenSSH: without a command by default, and only where somebody types, unless it is forced. */
    private static boolean wantsTerminal(SessionSettings settings, Order.Input input) {
        RequestTty wish = settings.requestTty();
        boolean wanted = wish == RequestTty.YES
                || wish == RequestTty.FORCE
                || (wish == RequestTty.AUTO && settings.remoteCommand().isEmpty());
        return wanted && (input != Order.Input.OTHER || wish == RequestTty.FORCE);
    }

    private static RemoteCommand dressed(Program program, Order order, ResolvedHost host, Optional<String> ownAgent) {
        return new RemoteCommand(
                program, host.session().environment().of(order.environment()), Optional.empty(), agent(host, ownAgent));
    }

    private static Optional<String> agent(ResolvedHost host, Optional<String> ownAgent) {
        ForwardedAgent wish = host.session().agent();
        if (wish instanceof ForwardedAgent.At at) {
            return Optional.of(at.socket());
        }
        return wish instanceof ForwardedAgent.OfLogin ? host.login().agent(ownAgent) : Optional.empty();
    }
}
