package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.testing.EngineRig;
import dev.rwtui.testing.SshdLab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands over one session of a real server. */
@Timeout(120)
final class CommandsIT {

    private static final HostAlias DIREWOLF = new HostAlias("direwolf");

    private static SshdLab lab;

    @BeforeAll
    static void startServers() throws IOException {
        lab = SshdLab.create();
        lab.start("gate");
        lab.start("direwolf", "MaxSessions 4");
    }

    @AfterAll
    static void stopServers() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    private static EngineRig rig() throws IOException {
        return EngineRig.reading(
                DiskConfigFiles.ofThisMachine(), Optional.of(lab.sshConfig().toString()));
    }

    private static String outcome(Run run) {
        try (Execution execution = ((Run.Running) run).execution()) {
            String said = new String(execution.output().readAllBytes(), StandardCharsets.UTF_8);
            return said.strip() + " " + execution.await();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void fiftyAtOnceShareOneLoginAndWaitForRoom() throws Exception {
        int before = logins();
        try (EngineRig rig = rig()) {
            List<CompletableFuture<String>> all = IntStream.range(0, 50)
                    .mapToObj(i -> rig.run(DIREWOLF, new Order.Command("echo " + i, Map.of()))
                            .thenApplyAsync(CommandsIT::outcome))
                    .toList();

            for (int i = 0; i < 50; i++) {
                assertThat(all.get(i).get(60, TimeUnit.SECONDS)).isEqualTo(i + " " + new Ending.Exited(0));
            }
            assertThat(rig.told(Notice.Logged.class))
                    .filteredOn(line -> line.text().contains("MaxSessions"))
                    .singleElement()
                    .satisfies(line -> assertThat(line.host()).contains(DIREWOLF))
                    .satisfies(line -> assertThat(line.text()).contains("the others wait"));
        }
        assertThat(logins() - before).isEqualTo(1);
    }

    private static int logins() {
        return lab.server("direwolf").log().split("Accepted publickey", -1).length;
    }

    @Test
    void aHostThatIsNotThereIsAFailureAndNotAWait() throws Exception {
        try (EngineRig rig = rig()) {
            lab.server("gate").kill();
            try {
                Run run = rig.run(DIREWOLF, new Order.Command("true", Map.of())).get(30, TimeUnit.SECONDS);

                assertThat(run).isInstanceOfSatisfying(Run.Failed.class, failed -> {
                    assertThat(failed.why().kind()).isEqualTo(Kind.UNREACHABLE);
                    assertThat(failed.why().hop()).isEqualTo(new HostAlias("gate"));
                });
            } finally {
                lab.server("gate").start();
            }
        }
    }
}
