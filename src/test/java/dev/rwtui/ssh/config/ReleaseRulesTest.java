package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.OracleAnswer.Dump;
import dev.rwtui.ssh.config.OracleAnswer.Refusal;
import dev.rwtui.ssh.config.OracleCorpus.Ask;
import dev.rwtui.ssh.config.OracleCorpus.Case;
import dev.rwtui.ssh.config.OracleCorpus.Expectation;
import dev.rwtui.testing.MemoryConfigFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What has changed from release to release of OpenSSH, after its release notes: {@code ssh-config/releases}. */
final class ReleaseRulesTest {

    private static final String DIRECTORY = "/home/me/tree";

    private static final List<OpenSsh> RELEASES = Stream.of(
                    "9.2", "9.3", "9.4", "9.5", "9.6", "9.7", "9.8", "9.9", "10.0")
            .map(release -> OpenSsh.parse("OpenSSH_" + release + "p1, OpenSSL 3"))
            .toList();

    @Test
    void everyRuleSaysWhereItIsFromAndWhatChanged() throws IOException {
        assertThat(OracleCorpus.releaseRules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.source()).describedAs(rule.title()).isNotBlank();
            assertThat(rule.asks())
                    .describedAs(rule.title())
                    .allSatisfy(ask -> assertThat(ask.expectations()).isNotEmpty());
        });
    }

    @TestFactory
    Stream<DynamicTest> rwtuiKnowsTheRulesOfEachRelease() throws IOException {
        return OracleCorpus.releaseRules().stream()
                .flatMap(rule -> RELEASES.stream()
                        .filter(ssh -> rule.releases().include(ssh))
                        .map(ssh -> DynamicTest.dynamicTest(
                                ssh.release() + " of " + rule.title(), () -> knows(rule, ssh))));
    }

    private static void knows(Case rule, OpenSsh ssh) {
        for (Ask ask : rule.asks()) {
            List<String> expected = ask.expectations().stream()
                    .filter(expectation -> expectation.releases().include(ssh))
                    .map(Expectation::wanted)
                    .map(ReleaseRulesTest::located)
                    .toList();
            OracleAnswer answer = answer(ask.question(), ssh);
            assertThat(expected.stream().filter(wanted -> !answer.says(wanted)))
                    .describedAs("%s%n%s%nbut %s", ssh.release(), ask.question().words(), answer.about(expected))
                    .isEmpty();
        }
    }

    private static OracleAnswer answer(OracleQuestion question, OpenSsh ssh) {
        MemoryConfigFiles files = new MemoryConfigFiles();
        question.tree().texts().forEach((name, text) -> files.with(DIRECTORY + "/" + name, located(text)));
        Site site = new Site(files, new Known(), ssh);
        try {
            return Dump.of(SshConfig.read(
                            site, question.dashF().map(ReleaseRulesTest::located), new Overrides(question.options()))
                    .explain(new HostAlias(question.name())));
        } catch (ConfigurationException e) {
            return Refusal.of(e);
        }
    }

    private static String located(String text) {
        return text.replace("@DIR@", DIRECTORY).replace("@HOME@", "/home/me");
    }

    /** The interfaces and the names that the rules are about. */
    private static final class Known implements Machine {

        private static final Map<String, String> NAMES = Map.of("gate.example.org.", "gate.example.org");

        @Override
        public Ran run(String command) {
            throw new AssertionError("no rule runs a command: " + command);
        }

        @Override
        public Optional<String> lookUp(String name) {
            return Optional.ofNullable(NAMES.get(name));
        }

        @Override
        public List<InetAddress> addresses() {
            try {
                return List.of(InetAddress.getLoopbackAddress(), InetAddress.getByAddress(new byte[] {10, 11, 12, 13}));
            } catch (UnknownHostException e) {
                throw new AssertionError(e);
            }
        }
    }
}
