package dev.rwtui.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.LinksRig.Call;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.testing.FakeSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a person and the network do, and in whatever order, some things stay true of links. */
final class LinksAtRandomTest {

    private static final int STEPS = 80;
    private static final List<HostAlias> HOSTS =
            Stream.of("cued", "direwolf", "gpu07", "alone").map(HostAlias::new).toList();
    private static final List<Integer> PORTS = List.of(22, 2222);
    private static final List<Kind> FAILURES =
            List.of(Kind.UNREACHABLE, Kind.LOST, Kind.GATEWAY_REFUSED, Kind.ANSWER_NEEDED, Kind.AUTHENTICATION_REFUSED);

    private final LinksRig rig = new LinksRig();

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsTwiceNothingLiesAndNothingIsLeft(long seed) {
        Random random = new Random(seed);

        for (int step = 0; step < STEPS; step++) {
            act(random);
            check();
        }
        rig.links().close();
        rig.held().forEach(call -> rig.decide(call, Optional.empty()));

        assertThat(rig.openSessions()).isEmpty();
        assertThat(rig.upSessions()).isEmpty();
        assertThat(rig.timersPending()).isZero();
        assertThat(HOSTS).allSatisfy(host -> assertThat(rig.link(host)).isEqualTo(new Link.Idle()));
    }

    private void act(Random random) {
        HostAlias host = any(HOSTS, random);
        switch (random.nextInt(13)) {
            case 0, 1 -> rig.connect(host);
            case 2 -> rig.links().disconnect(host);
            case 3 -> rig.links().cancel(host);
            case 4 -> rig.advance(Duration.ofMillis(random.nextInt(2_000)));
            case 5 -> rig.advance(Duration.ofMinutes(random.nextInt(13)));
            case 6 -> kill(random);
            case 7 -> rig.reconnect(host);
            case 8 -> rig.configure("Host " + host + "\n ServerAliveInterval " + random.nextInt(5) + "\n");
            case 9 -> rig.configure("Host " + host + "\n Port " + any(PORTS, random) + "\n");
            default -> decide(random);
        }
        rig.settle();
    }

    private void kill(Random random) {
        List<FakeSession> open = rig.openSessions();
        if (!open.isEmpty()) {
            any(open, random).die("connection reset");
        }
    }

    private void decide(Random random) {
        List<Call> held = rig.held();
        if (!held.isEmpty()) {
            Call call = any(held, random);
            Failure failure = new Failure(any(FAILURES, random), call.hop(), "no", "");
            rig.decide(call, random.nextInt(3) == 0 ? Optional.of(failure) : Optional.empty());
        }
    }

    private void check() {
        Map<String, Long> live = rig.openSessions().stream()
                .collect(Collectors.groupingBy(session -> session.host().value(), Collectors.counting()));
        // Where a gateway has moved, some may still go by its old place.
        live.forEach((host, sessions) -> assertThat(sessions)
                .as("sessions of " + host)
                .isLessThanOrEqualTo(host.equals("cued") ? PORTS.size() : 1));
        HOSTS.forEach(rig::link);
        rig.upSessions().forEach(host -> {
            assertThat(rig.link(new HostAlias(host))).isInstanceOf(Link.Up.class);
            assertThat(live).containsKey(host);
        });
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
