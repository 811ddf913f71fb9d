package dev.rwtui.ssh.config;

import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes values of the lines that apply to one name. */
final class Resolver {

    private final Settled settled;
    private final Effective effective;

    Resolver(Settled settled) {
        this.settled = settled;
        this.effective = settled.effective();
    }

    ResolvedHost resolve(HostAlias alias) {
        ValueReader values = new ValueReader(effective);
        Forwards forwards = forwards();
        return new ResolvedHost(
                alias,
                settled.hostName(),
                values.one("port", ResolvedHost.DEFAULT_PORT, text -> settled.port()),
                values.one("user", settled.user().or(""), text -> settled.user().or(text)),
                new ProxyResolver(settled.site(), settled.tokens()).resolve(effective),
                forwards.tcp,
                forwards.other,
                new LoginResolver(settled).resolve(),
                new HostKeyResolver(settled).resolve(),
                new TransportResolver(settled).resolve(),
                new SessionResolver(settled).resolve());
    }

    private Forwards forwards() {
        Forwards forwards = new Forwards();
        if (effective.isOn("clearallforwardings")) {
            return forwards;
        }
        ForwardSpec.Reader reader = settled.forwards();
        for (Setting setting : effective.all("localforward")) {
            Parsed<ForwardSpec> spec = ForwardSpec.parse(setting.line().arguments(), ForwardSpec.Kind.LOCAL, reader);
            if (spec instanceof Parsed.Good<ForwardSpec> good) {
                forwards.add(good.value(), setting);
            }
        }
        return forwards;
    }

    /** The same forward twice counts once. */
    private static final class Forwards {
        private final List<Value<LocalForward>> tcp = new ArrayList<>();
        private final List<Value<String>> other = new ArrayList<>();
        private final Set<ForwardSpec> seen = new LinkedHashSet<>();

        void add(ForwardSpec spec, Setting setting) {
            if (!seen.add(spec)) {
                return;
            }
            spec.tcp()
                    .ifPresentOrElse(
                            forward -> tcp.add(new Value<>(forward, setting.origin())),
                            () -> other.add(
                                    new Value<>(String.join(" ", setting.line().arguments()), setting.origin())));
        }
    }
}
