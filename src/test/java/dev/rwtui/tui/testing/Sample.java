package dev.rwtui.tui.testing;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.RoundTrip;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Client;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The hosts of a person who works behind a gateway, and what can happen to them. */
public final class Sample {

    public static final Instant NOW = Instant.parse("2026-11-24T14:02:31Z");
    public static final HostAlias CUED = new HostAlias("cued");
    public static final HostAlias DIREWOLF = new HostAlias("direwolf");
    public static final HostAlias GPU07 = new HostAlias("gpu07");
    public static final HostAlias GPU08 = new HostAlias("gpu08");
    public static final TunnelId BOARD = new TunnelId(DIREWOLF, forward(6006));
    public static final TunnelId JUPYTER = new TunnelId(DIREWOLF, forward(8888));
    public static final TunnelStatus.Traffic BUSY = new TunnelStatus.Traffic(2, 14, 1_234_567, 30_100);

    private Sample() {}

    public static Client client(int columns, int rows) {
        return new Client(
                columns,
                rows,
                Client.Glyphs.UTF_8,
                "~/.ssh/config",
                NOW,
                ZoneOffset.UTC,
                "/home/anthonyhu/code/vision",
                Optional.empty());
    }

    public static AppState empty() {
        return AppState.initial(client(120, 36));
    }

    public static LocalForward forward(int port) {
        return new LocalForward(Optional.empty(), port, new Endpoint("127.0.0.1", port));
    }

    public static HostSummary host(HostAlias alias, String description, LocalForward... forwards) {
        return HostSummary.of(alias, "anthonyhu", new Endpoint(alias.value(), 22))
                .described(description)
                .via(List.of(CUED))
                .forwarding(Arrays.asList(forwards));
    }

    public static HostSummary cued() {
        return HostSummary.of(CUED, "ah2029", new Endpoint("gate.eng.cam.ac.uk", 22))
                .described("This is to log in the Cambridge network")
                .serving(HostSummary.Role.GATEWAY);
    }

    public static HostSummary direwolf() {
        return host(
                DIREWOLF,
                "Then to my machine. Note the ProxyCommand that first ssh into the Cambridge network",
                forward(6006),
                forward(8888));
    }

    public static HostSummary refused(HostSummary host, String refusal, String remark) {
        return host.refused(refusal).remarking(List.of(remark));
    }

    public static List<HostSummary> hosts() {
        return List.of(cued(), direwolf(), host(GPU07, ""), host(GPU08, "spare"));
    }

    public static Event read(HostSummary... hosts) {
        return read(1, List.of(hosts));
    }

    public static Event read(long revision, List<HostSummary> hosts) {
        return new Event.ConfigurationRead(
                revision,
                List.of(
                        new Event.ConfigurationFile("~/.ssh/config", "read"),
                        new Event.ConfigurationFile("/etc/ssh/ssh_config", "missing")),
                hosts,
                List.of(),
                List.of());
    }

    public static Event link(HostAlias host, long revision, Link link) {
        return new Event.LinkChanged(NOW, host, revision, link);
    }

    public static Event tunnel(TunnelId id, long revision, TunnelState state) {
        return tunnel(id, revision, state, TunnelStatus.Traffic.NONE);
    }

    public static Event tunnel(TunnelId id, long revision, TunnelState state, TunnelStatus.Traffic traffic) {
        boolean listens = !(state instanceof TunnelState.Off || state instanceof TunnelState.Failed);
        int port = id.forward().port();
        return new Event.TunnelChanged(
                NOW,
                revision,
                new TunnelStatus(
                        id,
                        state,
                        traffic,
                        listens ? List.of("127.0.0.1:" + port, "[::1]:" + port) : List.of(),
                        TunnelStatus.Protocol.UNKNOWN,
                        TunnelStatus.Checking.ON));
    }

    public static Link up() {
        return new Link.Up(
                NOW.minus(Duration.ofMinutes(192)),
                List.of(new Link.Trip(CUED, trip(4)), new Link.Trip(DIREWOLF, trip(1))));
    }

    /** Measured now. */
    public static Optional<RoundTrip> trip(int millis) {
        return Optional.of(new RoundTrip(Duration.ofMillis(millis), NOW));
    }

    public static Failure failure(Failure.Kind kind, HostAlias hop, String why, String advice) {
        return new Failure(kind, hop, why, advice);
    }

    public static Question question(long id, HostAlias hop, Question.Ask ask) {
        return new Question(id, DIREWOLF, hop, ask, Duration.ofMinutes(2));
    }

    public static Question.Fields password() {
        return new Question.Fields(
                "Password",
                "",
                List.of(new Question.Field("ah2029@gate.eng.cam.ac.uk's password:", Question.Echo.HIDDEN)));
    }

    public static Question.UnknownHostKey hostKey() {
        return new Question.UnknownHostKey(
                "gate.eng.cam.ac.uk",
                "ssh-ed25519",
                "SHA256:p2QAMXNIC1TJYWeIOttrVc98/R1BUFWu3/LiyKgUfQM",
                Optional.of("~/.ssh/known_hosts"));
    }

    public static Event asked(Question question) {
        return new Event.QuestionAsked(NOW, question);
    }
}
