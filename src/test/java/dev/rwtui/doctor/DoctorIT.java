package dev.rwtui.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.platform.SystemTimers;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.jsch.JschConnector;
import dev.rwtui.ssh.jsch.JschLoginCheck;
import dev.rwtui.ssh.jsch.ReceiveBudget;
import dev.rwtui.ssh.jsch.Surroundings;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Remark;
import dev.rwtui.ssh.model.Remark.Weight;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.TcpService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a doctor finds on real OpenSSH, with one thing wrong at a time. */
@Timeout(60)
final class DoctorIT {

    private static SshdLab lab;

    private final ExecutorService executor = Executors.newCachedThreadPool(DoctorIT::daemon);
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, DoctorIT::daemon);
    private final SystemTimers timers = new SystemTimers(scheduler);
    private final List<Remark> remarks = new ArrayList<>();
    private Optional<Person> person = Optional.empty();
    private Optional<String> agent = Optional.empty();
    private String home = "/nowhere";
    private Path config;
    private final Cancellation cancellation = new Cancellation();
    private Consumer<Remark> onRemark = remark -> {};

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "doctor");
        thread.setDaemon(true);
        return thread;
    }

    @BeforeAll
    static void startServers() throws IOException {
        lab = SshdLab.gateAndTarget();
        lab.start("strict", "AllowTcpForwarding no");
        lab.start("forced", "ForceCommand exit 9");
        lab.start("menu", "ForceCommand exec sleep 600");
    }

    @AfterAll
    static void stopServers() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void configure() throws IOException {
        config = lab.sshConfig();
    }

    @AfterEach
    void end() {
        executor.shutdown();
        scheduler.shutdownNow();
    }

    /** Lines that come before the lab's own. */
    private void configure(String... lines) throws IOException {
        Files.writeString(config, String.join("\n", lines) + "\n" + Files.readString(config));
    }

    private Optional<Failure> examine(String host) {
        SshConfig read =
                SshConfig.read(DiskConfigFiles.ofThisMachine(), Optional.of(config.toString()), Overrides.NONE);
        Doctor.Tools tools = new Doctor.Tools(
                read,
                home,
                new JschConnector(new Surroundings(
                        timers, executor, DoctorIT::daemon, new ReceiveBudget(ReceiveBudget.STANDARD))),
                new JschLoginCheck(timers),
                person,
                agent,
                cancellation,
                timers);
        return new Doctor(tools, this::told).examine(new HostAlias(host));
    }

    private void told(Remark remark) {
        remarks.add(remark);
        onRemark.accept(remark);
    }

    private List<String> texts(Weight weight) {
        return remarks.stream()
                .filter(remark -> remark.weight() == weight)
                .map(Remark::text)
                .toList();
    }

    /** A server of the lab without a gateway before it. */
    private void direct(String name) throws IOException {
        configure(
                "Host " + name,
                "  HostName 127.0.0.1",
                "  HostKeyAlias " + name,
                "  Port " + lab.server(name).port(),
                "  LocalForward 16008 127.0.0.1:9",
                "Host *",
                "  IdentityFile " + lab.path("id_ed25519"),
                "  UserKnownHostsFile " + lab.path("known_hosts"));
    }

    private Remark wrong() {
        return remarks.stream()
                .filter(remark -> remark.weight() == Weight.WRONG)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is wrong: " + remarks));
    }

    @Test
    void whereAllIsInOrderEachStepOfEachHopSaysSo() throws Exception {
        try (TcpService echo = TcpService.echo()) {
            config = lab.sshConfig("16007 127.0.0.1:" + echo.port());

            assertThat(examine("direwolf")).isEmpty();
        }

        assertThat(texts(Weight.WRONG)).isEmpty();
        assertThat(texts(Weight.NOTABLE)).isEmpty();
        assertThat(remarks.stream().map(Remark::about).distinct())
                .containsExactly(
                        "configuration",
                        "gate, " + SshdLab.user() + "@127.0.0.1:"
                                + lab.server("gate").port(),
                        "direwolf, " + SshdLab.user() + "@127.0.0.1:"
                                + lab.server("direwolf").port(),
                        "what direwolf lets you do");
        assertThat(texts(Weight.GOOD))
                .anyMatch(text -> text.startsWith("direwolf is ") && text.endsWith(", by way of gate"))
                .anyMatch(text -> text.matches("opening TCP: <?\\d+ ms"))
                .anyMatch(text -> text.matches("opening a channel through the gateway: <?\\d+ ms"))
                .anyMatch(text -> text.matches("authenticating: <?\\d+ ms"))
                .anyMatch(text -> text.startsWith("it is SSH-2.0-OpenSSH"))
                .contains("its host key is on record: ssh-ed25519", "it runs commands", "port 16007 is free here")
                .anyMatch(text -> text.endsWith(" on direwolf answers"));
    }

    @Test
    void aNameThatTheConfigurationRefusesIsSaidOnce() throws Exception {
        configure("Host direwolf", "  Port many");

        assertThat(examine("direwolf")).map(Failure::kind).contains(Failure.Kind.CONFIGURATION);

        assertThat(texts(Weight.WRONG)).allMatch(text -> text.contains("ssh_config:2"));
    }

    @Test
    void aGatewayThatIsDownIsSaidAtItsStep() throws Exception {
        configure("Host gate", "  Port 1");

        assertThat(examine("direwolf")).map(Failure::kind).contains(Failure.Kind.UNREACHABLE);

        assertThat(wrong().about()).startsWith("gate, ");
        assertThat(wrong().text()).isEqualTo("opening TCP: 127.0.0.1:1: Connection refused");
        assertThat(remarks.get(remarks.size() - 1)).isEqualTo(wrong());
    }

    @Test
    void aKeyThatTheServerDoesNotKnowIsSaidWithWhatRemains() throws Exception {
        Path stranger = lab.key("stranger", "ed25519", "");
        configure("Host direwolf", "  IdentityFile " + stranger);
        Files.writeString(
                config, Files.readString(config).replace("IdentityFile " + lab.path("id_ed25519"), "Compression no"));

        assertThat(examine("gate")).map(Failure::kind).contains(Failure.Kind.AUTHENTICATION_REFUSED);

        assertThat(wrong().text()).isEqualTo("authenticating: Permission denied (publickey)");
        assertThat(wrong().advice()).contains("IdentityFile");
    }

    @Test
    void aDeadIdentityAndADeadAgentAreSaid() throws Exception {
        configure("Host gate", "  IdentityFile /no/such/key", "  IdentityAgent /no/such/agent");

        assertThat(examine("gate")).isEmpty();

        assertThat(texts(Weight.NOTABLE)).contains("identity /no/such/key: no such file");
        assertThat(wrong().text()).startsWith("ssh-agent at /no/such/agent: ");
        assertThat(wrong().advice()).contains("ssh_config:3");
    }

    @Test
    void aKeyThatOthersMayReadIsSaidWithItsRemedy() throws Exception {
        Path open = lab.key("open", "ed25519", "");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        configure("Host gate", "  IdentityFile " + open);

        examine("gate");

        assertThat(wrong().text()).contains("its permissions are too open");
        assertThat(wrong().advice()).isEqualTo("chmod 600 " + open);
    }

    @Test
    void whatIsNoKeyIsSaid() throws Exception {
        Path text = Files.writeString(lab.path("text"), "hello\n");
        configure("Host gate", "  IdentityFile " + text);

        examine("gate");

        assertThat(wrong().text()).startsWith("identity " + text + " is no key");
    }

    @Test
    void keysOfTheAgentAreNamed() throws Exception {
        Path held = lab.key("held", "ed25519", "");
        lab.authorize(held);
        agent = Optional.of(lab.agent(held).toString());
        Path empty = lab.agent();
        configure(
                "Host gate",
                "  IdentityAgent SSH_AUTH_SOCK",
                "  IdentityFile " + held,
                "Host direwolf",
                "  IdentityAgent " + empty);

        assertThat(examine("direwolf")).isEmpty();

        assertThat(texts(Weight.GOOD))
                .contains(
                        "ssh-agent at " + agent.get() + " holds held",
                        "identity " + held + ": ssh-ed25519, held by the agent");
        assertThat(texts(Weight.NOTABLE)).contains("ssh-agent at " + empty + " holds no key");
    }

    @Test
    void aCertificateThatHasExpiredIsSaid() throws Exception {
        Path authority = lab.key("authority", "ed25519", "");
        Path certified = lab.key("certified", "ed25519", "");
        lab.certify(certified, authority, "somebody", "-V", "20200101:20210101");
        configure("Host gate", "  IdentityFile " + certified);

        examine("gate");

        assertThat(wrong().text()).contains("certificate " + certified + "-cert.pub", "has expired at 202");
    }

    @Test
    void aPassphraseIsForetold() throws Exception {
        Path locked = lab.key("sealed", "ed25519", "secret");
        configure("Host gate", "  IdentityFile " + locked);

        examine("gate");

        assertThat(texts(Weight.GOOD))
                .contains("identity " + locked + ": ssh-ed25519, its passphrase will be asked for");
    }

    @Test
    void anUnknownHostKeyIsAskedAboutWhereSomebodyIsThere() throws Exception {
        Path empty = Files.createFile(lab.path("known_nothing"));
        configure("Host *", "  UserKnownHostsFile " + empty);

        assertThat(examine("gate")).map(Failure::kind).contains(Failure.Kind.HOST_KEY_UNKNOWN);
        assertThat(texts(Weight.NOTABLE)).anyMatch(text -> text.startsWith("its host key is not on record: gate"));
        remarks.clear();
        person = Optional.of((host, hop, ask) -> new Answer.Yes());

        assertThat(examine("gate")).isEmpty();
        assertThat(texts(Weight.NOTABLE)).anyMatch(text -> text.startsWith("recorded the ssh-ed25519 key"));
    }

    @Test
    void aKnownHostsFileThatOthersMayWriteIsSaid() throws Exception {
        Path open = Files.copy(lab.path("known_hosts"), lab.path("known_open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-rw-rw-"));
        configure("Host *", "  UserKnownHostsFile " + open);

        examine("gate");

        assertThat(wrong().text()).startsWith(open + " may be written by others");
    }

    @Test
    void aDirectoryThatOthersMayWriteIsSaid() throws Exception {
        Path ssh = Files.createDirectories(lab.path("home/.ssh"));
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwxrwxrwx"));
        home = lab.path("home").toString();

        examine("gate");

        assertThat(wrong().advice()).isEqualTo("chmod 700 " + ssh);
    }

    @Test
    void whatTheServerForbidsIsSaid() throws Exception {
        direct("strict");

        assertThat(examine("strict")).isEmpty();

        assertThat(wrong().text()).startsWith("it does not let you forward to 127.0.0.1:9 on strict");
        assertThat(wrong().advice()).contains("AllowTcpForwarding");
    }

    @Test
    void aForcedCommandIsSaid() throws Exception {
        direct("forced");

        assertThat(examine("forced")).isEmpty();

        assertThat(wrong().text()).isEqualTo("it does not run commands as they are: true came to status 9");
    }

    @Test
    void aCommandThatNeverEndsCanBeLeft() throws Exception {
        direct("menu");
        onRemark = remark -> {
            if (remark.text().startsWith("SHA256") || remark.text().contains(" SHA256:")) {
                timers.after(Duration.ofMillis(500), cancellation::cancel);
            }
        };

        examine("menu");

        assertThat(cancellation.isCancelled()).isTrue();
    }

    @Test
    void aPortThatIsTakenAndAFarEndThatIsSilentAreNoted() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            config = lab.sshConfig(taken.getLocalPort() + " 127.0.0.1:1");

            assertThat(examine("direwolf")).isEmpty();

            assertThat(texts(Weight.NOTABLE))
                    .anyMatch(text -> text.startsWith("port " + taken.getLocalPort() + " is taken here"))
                    .anyMatch(text -> text.startsWith("nothing answers at 127.0.0.1:1 on direwolf"));
        }
    }

    @Test
    void whatAConfigurationAsksForInVainIsSaid() throws Exception {
        configure(
                "Host gate",
                "  ControlPath /tmp/cm-%C",
                "  UpdateHostKeys yes",
                "  RekeyLimit 1G",
                "  GSSAPIAuthentication yes",
                "  ForwardX11 no");

        examine("gate");

        assertThat(texts(Weight.NOTABLE).stream().map(text -> text.replaceFirst(" \\(.*\\)", "")))
                .containsExactlyInAnyOrder(
                        "controlpath /tmp/cm-%C has no effect in rwtui",
                        "updatehostkeys yes has no effect in rwtui",
                        "rekeylimit 1G has no effect in rwtui",
                        "gssapiauthentication yes has no effect in rwtui",
                        "rwtui cannot log in by gssapi-with-mic");
    }

    @Test
    void withoutAHostTheLimitsAreNamed() {
        SshConfig read =
                SshConfig.read(DiskConfigFiles.ofThisMachine(), Optional.of(config.toString()), Overrides.NONE);
        new Doctor(
                        new Doctor.Tools(
                                read,
                                home,
                                (hop, carrier, attempt) -> {
                                    throw new AssertionError("nothing is to be connected");
                                },
                                (about, host, own) -> List.of(),
                                person,
                                agent,
                                new Cancellation(),
                                timers),
                        remarks::add)
                .examine();

        assertThat(texts(Weight.WRONG)).isEmpty();
        assertThat(String.join("\n", texts(Weight.NOTABLE)))
                .contains("ControlMaster", "Kerberos", "sk-", "UpdateHostKeys", "RekeyLimit");
    }
}
