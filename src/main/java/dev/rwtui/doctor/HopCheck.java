package dev.rwtui.doctor;

import dev.rwtui.ssh.Connector;
import dev.rwtui.ssh.Hop;
import dev.rwtui.ssh.Route;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.hostkey.HostKeyName;
import dev.rwtui.ssh.hostkey.KnownHosts;
import dev.rwtui.ssh.hostkey.KnownHostsFiles;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Remark;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One hop: what it would use, then each step of connecting it. */
final class HopCheck {

    private final Doctor.Tools tools;
    private final Consumer<Remark> told;
    private final Route route;
    private final Hop hop;
    private final String about;
    private final Set<String> said;

    /** @param said what need not be said again */
    HopCheck(Doctor.Tools tools, Consumer<Remark> told, Route route, int index, Set<String> said) {
        this.said = said;
        this.tools = tools;
        this.told = told;
        this.route = route;
        this.hop = route.hops().get(index);
        this.about = hop.alias() + ", " + ConfigurationCheck.destination(hop);
    }

    void prepare() {
        for (Remark remark : tools.logins().of(about, hop.host(), tools.ownAgent())) {
            // What is true of the user and not of a hop is said once.
            if (remark.weight() != Remark.Weight.NOTABLE || said.add(remark.text())) {
                told.accept(remark);
            }
        }
        told.accept(record());
        for (String file : hop.host().hostKeys().userFiles().value()) {
            ModeCheck.knownHosts(about, file).ifPresent(told);
        }
    }

    private Remark record() {
        HostKeyName name =
                HostKeyName.of(hop.address(), hop.host().hostKeys().alias().value());
        KnownHosts known = KnownHostsFiles.of(hop.host()).read();
        List<String> types = known.types(name);
        if (!types.isEmpty()) {
            return Remark.good(about, "its host key is on record: " + String.join(", ", types));
        }
        return known.hasAuthority(name)
                ? Remark.good(about, "an authority on record may vouch for its host key")
                : Remark.notable(
                        about,
                        "its host key is not on record: " + name.recorded() + " in none of "
                                + String.join(
                                        ", ", hop.host().hostKeys().userFiles().value()),
                        "You will be shown its fingerprint; compare it with what the host's owner tells you.");
    }

    SshSession connect(Connector.Carrier carrier) throws SshException {
        StepWatch watch = new StepWatch(tools, about, route.target().alias(), hop.alias(), told);
        try {
            SshSession session = tools.connector().connect(hop, carrier, watch);
            watch.done();
            SshSession.Facts facts = session.facts();
            told.accept(Remark.good(about, "it is " + facts.serverVersion()));
            told.accept(Remark.good(about, "by " + facts.kex() + " and " + facts.cipher()));
            told.accept(Remark.good(about, facts.hostKeyType() + " " + facts.hostKeyFingerprint()));
            return session;
        } catch (SshException e) {
            Failure failure = e.failure();
            watch.failed(failure);
            throw e;
        }
    }
}
