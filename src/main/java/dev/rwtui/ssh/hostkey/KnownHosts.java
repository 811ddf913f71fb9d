package dev.rwtui.ssh.hostkey;

import dev.rwtui.ssh.hostkey.KnownHostsLine.Marker;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The entries of all known_hosts files of a host, user files first. Pure: decides from lines and a key. */
public record KnownHosts(List<KnownHostsLine> lines) {

    public KnownHosts {
        lines = List.copyOf(lines);
    }

    /** The entries of one file. Lines that are not entries are left out. */
    static List<KnownHostsLine> parse(String file, List<String> text) {
        List<KnownHostsLine> entries = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            KnownHostsLine.parse(file, i + 1, text.get(i)).ifPresent(entries::add);
        }
        return entries;
    }

    /**
     * What the entries say about a key. As {@code ssh} does, an address with a port that no entry knows is looked up
     * without its port too, where only a match counts. Stricter than {@code ssh}, a key that is revoked for the name without
     * the port is revoked on every port.
     *
     * @param key base64 of the blob
     */
    public Verdict check(HostKeyName name, String key) {
        Optional<KnownHostsLine> revoked = revoked(name, key);
        if (revoked.isPresent()) {
            return new Verdict.Revoked(revoked.get());
        }
        Verdict exact = check(name.recorded(), key);
        if (exact instanceof Verdict.Unknown && check(name.bare(), key) instanceof Verdict.Known known) {
            return known;
        }
        return exact;
    }

    /** The line that revokes a key of this host, or the key of an authority for it. */
    public Optional<KnownHostsLine> revoked(HostKeyName name, String key) {
        return lines.stream()
                .filter(line -> line.marker() == Marker.REVOKED)
                .filter(line -> line.key().equals(key))
                .filter(line -> line.matches(name.recorded()) || line.matches(name.bare()))
                .findFirst();
    }

    /**
     * The line by which an authority may vouch for this host ({@code @cert-authority}): as for {@code ssh}, also one about
     * the name without its port.
     *
     * @param key of the authority, base64 of the blob
     */
    public Optional<KnownHostsLine> authority(HostKeyName name, String key) {
        return authorities(name).stream().filter(line -> line.key().equals(key)).findFirst();
    }

    /** Whether some authority may vouch for this host. */
    public boolean hasAuthority(HostKeyName name) {
        return !authorities(name).isEmpty();
    }

    private List<KnownHostsLine> authorities(HostKeyName name) {
        return lines.stream()
                .filter(line -> line.marker() == Marker.CERT_AUTHORITY)
                .filter(line -> line.matches(name.recorded()) || line.matches(name.bare()))
                .toList();
    }

    private Verdict check(String name, String key) {
        List<KnownHostsLine> about = plain(name);
        Optional<KnownHostsLine> same =
                about.stream().filter(line -> line.key().equals(key)).findFirst();
        if (same.isPresent()) {
            return new Verdict.Known(same.get());
        }
        return about.isEmpty() ? new Verdict.Unknown() : new Verdict.Changed(nearest(about, key));
    }

    /** A line with a key of the same type where there is one: that is the one that was replaced. */
    private static KnownHostsLine nearest(List<KnownHostsLine> about, String key) {
        String type = Base64Key.type(Base64.getDecoder().decode(key));
        return about.stream()
                .filter(line -> line.type().equals(type))
                .findFirst()
                .orElse(about.get(0));
    }

    private List<KnownHostsLine> plain(String name) {
        return lines.stream()
                .filter(line -> line.marker() == Marker.NONE && line.matches(name))
                .toList();
    }

    /** Types of the keys that are known for the host: a server is asked for these first. */
    public List<String> types(HostKeyName name) {
        List<KnownHostsLine> about = plain(name.recorded());
        return (about.isEmpty() ? plain(name.bare()) : about)
                .stream().map(KnownHostsLine::type).distinct().toList();
    }
}
