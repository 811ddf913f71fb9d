package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.Backoff;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.testing.Leftovers;
import dev.rwtui.testing.LocalClient;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.TcpService;
import dev.rwtui.testing.Waiting;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A link that is lost again and again, on real OpenSSH. */
@Timeout(150)
final class LinkLeaksIT {

    private static final int CYCLES = 200;
    private static final int WARM_UP = 10;

    /** One in so many has a client whose bytes have come back. */
    private static final int WITH_CLIENT = 10;

    private static final String QUICK = "  KexAlgorithms curve25519-sha256\n";

    /** Beyond what it is made for: no pause at all. */
    private static final Backoff AT_ONCE = new Backoff(() -> -2);

    private final Set<Instant> known = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Instant> ups = new LinkedBlockingQueue<>();

    @Test
    void twoHundredLossesLeaveNothingBehind() throws Exception {
        try (SshdLab lab = SshdLab.create()) {
            lab.start("cued");
            lab.start("direwolf");
            try (NestedRig rig = new NestedRig(lab, "direwolf", TcpService.ECHO, QUICK, AT_ONCE)) {
                rig.engine().engine().subscribe(this::told);
                rig.up();
                awaitUp();
                cycles(rig, WARM_UP);
                int files = Leftovers.files().size();
                int threads = Leftovers.threads().size();

                cycles(rig, CYCLES);

                // What a link needs comes and goes; one for each loss would be too many.
                Waiting.until(() -> Leftovers.files().size() < files + CYCLES / 10);
                Waiting.until(() -> Leftovers.threads().size() < threads + CYCLES / 10);
                assertThat(LocalClient.echoes(rig.port(), 1_000_000)).isTrue();
            }
            assertThat(logins(lab, "cued")).isEqualTo(1 + WARM_UP + CYCLES);
            assertThat(logins(lab, "direwolf")).isEqualTo(1 + WARM_UP + CYCLES);
        }
    }

    private void told(Notice notice) {
        if (notice instanceof Notice.LinkChanged change
                && change.host().value().equals("direwolf")
                && change.link() instanceof Link.Up up
                && known.add(up.since())) {
            ups.add(up.since());
        }
    }

    private void awaitUp() throws InterruptedException {
        assertThat(ups.poll(20, TimeUnit.SECONDS)).as("up again").isNotNull();
    }

    private void cycles(NestedRig rig, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            if (i % WITH_CLIENT == 0) {
                loseWithClient(rig);
            } else {
                rig.relay().reset();
            }
            awaitUp();
        }
    }

    private static void loseWithClient(NestedRig rig) throws Exception {
        try (LocalClient client = new LocalClient(rig.port())) {
            CompletableFuture<String> waiter = client.waiting();

            rig.relay().reset();

            assertThat(waiter.get(20, TimeUnit.SECONDS)).isNotEmpty();
        }
    }

    private static int logins(SshdLab lab, String server) {
        return lab.server(server).log().split("Accepted publickey", -1).length - 1;
    }
}
