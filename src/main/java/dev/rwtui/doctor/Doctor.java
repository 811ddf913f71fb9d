package dev.rwtui.doctor;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.Timers;
import dev.rwtui.ssh.Connector;
import dev.rwtui.ssh.LoginCheck;
import dev.rwtui.ssh.Route;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Remark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Walks the way to a host as a session would, and says at each step what it finds. What it opens it closes; the only thing
 * that it may change is known_hosts, where a person accepts a key.
 */
public final class Doctor {

    private final Tools tools;
    private final Consumer<Remark> told;

    /**
     * What it works with.
     *
     * @param home the user's home directory
     * @param person empty where nobody is there: then nobody is asked
     * @param ownAgent {@code SSH_AUTH_SOCK} of whoever asks
     */
    public record Tools(
            SshConfig config,
            String home,
            Connector connector,
            LoginCheck logins,
            Optional<Person> person,
            Optional<String> ownAgent,
            Cancellation cancellation,
            Timers timers) {}

    /** @param told each remark as it is found */
    public Doctor(Tools tools, Consumer<Remark> told) {
        this.tools = tools;
        this.told = told;
    }

    /** What can be said without a host. */
    public void examine() {
        configuration();
        Limits.all().forEach(told);
    }

    /** Looks at the whole way to a host; why it cannot be reached, where it cannot. Blocks as connecting does. */
    public Optional<Failure> examine(HostAlias host) {
        configuration();
        try {
            Route route = ConfigurationCheck.route(tools.config(), host);
            ConfigurationCheck.way(tools.config(), route).forEach(told);
            return walk(route);
        } catch (SshException e) {
            Failure failure = e.failure();
            told.accept(Remark.wrong(ConfigurationCheck.ABOUT, failure.why(), failure.advice()));
            return Optional.of(failure);
        }
    }

    private void configuration() {
        ModeCheck.directory(ConfigurationCheck.ABOUT, Path.of(tools.home(), ".ssh"))
                .ifPresent(told);
        ConfigurationCheck.files(tools.config()).forEach(told);
    }

    /** Where it fails has been told by then. */
    private Optional<Failure> walk(Route route) {
        List<SshSession> open = new ArrayList<>();
        Set<String> said = new HashSet<>();
        try {
            for (int i = 0; i < route.hops().size(); i++) {
                HopCheck check = new HopCheck(tools, told, route, i, said);
                check.prepare();
                open.add(check.connect(carrier(route, open)));
            }
            new TargetCheck(tools, told, route.target(), open.get(open.size() - 1)).run();
            return Optional.empty();
        } catch (SshException e) {
            return Optional.of(e.failure());
        } finally {
            open.forEach(SshSession::close);
        }
    }

    private static Connector.Carrier carrier(Route route, List<SshSession> open) {
        if (!open.isEmpty()) {
            return new Connector.Carrier.Through(open.get(open.size() - 1));
        }
        return route.command()
                .<Connector.Carrier>map(Connector.Carrier.Command::new)
                .orElseGet(Connector.Carrier.Tcp::new);
    }
}
