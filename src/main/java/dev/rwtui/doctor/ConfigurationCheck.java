package dev.rwtui.doctor;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.ConfiguredRoutes;
import dev.rwtui.ssh.Hop;
import dev.rwtui.ssh.Route;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.config.ConfigurationException;
import dev.rwtui.ssh.config.Listed;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.Problem;
import dev.rwtui.ssh.config.SourceFile;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.config.Value;
import dev.rwtui.ssh.model.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the configuration says, before anything is connected. */
final class ConfigurationCheck {

    static final String ABOUT = "configuration";

    private ConfigurationCheck() {}

    static List<Remark> files(SshConfig config) {
        List<Remark> remarks = new ArrayList<>();
        for (SourceFile source : config.sources()) {
            remarks.add(file(source));
        }
        for (Problem problem : config.problems()) {
            remarks.add(Remark.wrong(ABOUT, problem.toString(), "Correct the line: ssh refuses it too."));
        }
        return remarks;
    }

    private static Remark file(SourceFile source) {
        if (source.state() instanceof SourceFile.State.Read) {
            return Remark.good(ABOUT, source.path() + " is read");
        }
        return source.state() instanceof SourceFile.State.Missing
                ? Remark.good(ABOUT, source.path() + " is not there")
                : Remark.wrong(ABOUT, source.path() + " cannot be read", "Make it readable for you.");
    }

    static Route route(SshConfig config, HostAlias host) throws SshException {
        return new ConfiguredRoutes(() -> config).plan(host);
    }

    static List<Remark> way(SshConfig config, Route route) {
        List<Remark> remarks = new ArrayList<>();
        Hop target = route.target();
        String by = route.hops().size() == 1
                ? route.command().map(command -> ", by the command: " + command).orElse("")
                : ", by way of "
                        + route.hops().subList(0, route.hops().size() - 1).stream()
                                .map(hop -> hop.alias().value())
                                .collect(Collectors.joining(", "));
        remarks.add(Remark.good(ABOUT, target.alias() + " is " + destination(target) + by));
        for (Hop hop : route.hops()) {
            remarks.addAll(unserved(config, hop));
        }
        return remarks;
    }

    static String destination(Hop hop) {
        return hop.host().user().value() + "@" + hop.address();
    }

    private static List<Remark> unserved(SshConfig config, Hop hop) {
        try {
            Listed listed = config.list(hop.alias(), Overrides.NONE);
            return listed.unserved().stream().map(ConfigurationCheck::unserved).toList();
        } catch (ConfigurationException e) {
            // The way to it was found: a jump's own options made the difference.
            return List.of();
        }
    }

    private static Remark unserved(Value<String> setting) {
        return Remark.notable(
                ABOUT, setting.value() + " (" + setting.origin().words() + ") has no effect in rwtui", "");
    }
}
