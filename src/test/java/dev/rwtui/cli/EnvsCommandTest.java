package dev.rwtui.cli;

import static dev.rwtui.cli.CliRig.configuration;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.python.model.Compared;
import dev.rwtui.python.model.EnvironmentRef;
import dev.rwtui.python.model.Survey;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.testing.FakeEngine;
import dev.rwtui.tui.testing.Golden;
import dev.rwtui.tui.testing.PythonSample;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EnvsCommandTest {

    private static final HostAlias DIREWOLF = new HostAlias("direwolf");

    private final CliRig rig = new CliRig();

    private static FakeEngine finding(Survey survey) {
        return new FakeEngine(configuration())
                .on(
                        new Request.SurveyPython(DIREWOLF),
                        new Notice.EnvironmentsFound(DIREWOLF, 1, Survey.begun(Instant.EPOCH)),
                        new Notice.EnvironmentsFound(DIREWOLF, 2, survey));
    }

    private static FakeEngine comparing(EnvironmentRef here, EnvironmentRef there, Compared compared) {
        return new FakeEngine(configuration())
                .on(new Request.Compare(here, there), new Notice.EnvironmentsCompared(here, there, 1, compared));
    }

    private static EnvironmentRef on(String host) {
        return new EnvironmentRef.OnHost(new HostAlias(host), "vision");
    }

    @Test
    void environmentsAreListedInColumns() {
        assertThat(rig.run(finding(PythonSample.all()), "envs", "direwolf")).isZero();

        Golden.checkText("cli/envs.txt", rig.out.toString());
        assertThat(rig.err).hasToString("");
    }

    @Test
    void environmentsAsJson() {
        rig.run(finding(PythonSample.all()), "envs", "direwolf", "--json");

        Golden.checkText("cli/envs.json", rig.out.toString());
    }

    @Test
    void aDocumentHasNoWayToATerminalsControls() throws Exception {
        Survey hostile =
                PythonSample.survey(Survey.Stage.DONE, PythonSample.venv("a\u009b2Jb\u202ec\u007f\udcff\u001b[31m"));

        rig.run(finding(hostile), "envs", "direwolf", "--json");

        assertThat(rig.out.toString().chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f));
        assertThat(new ObjectMapper()
                        .readTree(rig.out.toString())
                        .at("/environments/0/name")
                        .textValue())
                .isEqualTo("a\u009b2Jb\u202ec\u007f\udcff\u001b[31m");
    }

    @Test
    void whatWasNotFinishedIsSaidBesideWhatWasFound() {
        assertThat(rig.run(finding(PythonSample.unfinished()), "envs", "direwolf"))
                .isZero();

        assertThat(rig.out.toString()).contains("/usr/bin/python3");
        assertThat(rig.err).hasToString("""
                rwtui: direwolf: login shell: open terminal failed: not a terminal
                rwtui: direwolf: home: not finished after 6 s
                """);
    }

    /** The engine calls a host by its alias, whichever of its names was typed. */
    @Test
    void aSecondNameOfAHostIsAnsweredToo() {
        HostSummary named = configuration().hosts().stream()
                .filter(host -> host.alias().equals(DIREWOLF))
                .findFirst()
                .orElseThrow()
                .alsoCalled(List.of(new HostAlias("dw")));
        FakeEngine engine = new FakeEngine(
                        new Notice.ConfigurationRead(1, List.of(), List.of(named), List.of(), List.of()))
                .on(
                        new Request.SurveyPython(new HostAlias("dw")),
                        new Notice.EnvironmentsFound(new HostAlias("other"), 2, PythonSample.failed("not this one")),
                        new Notice.EnvironmentsFound(DIREWOLF, 3, PythonSample.all()));

        assertThat(rig.run(engine, "envs", "dw")).isZero();

        assertThat(rig.out.toString()).contains("ssh dw python");
    }

    @Test
    void aSearchThatFailsIsANo() {
        assertThat(rig.run(finding(PythonSample.failed("no space left")), "envs", "direwolf"))
                .isEqualTo(1);

        assertThat(rig.err).hasToString("rwtui: direwolf: no space left\n");
    }

    @Test
    void aHostThatCannotBeReachedEndsWithItsKindOfFailure() {
        Failure refused = new Failure(
                Failure.Kind.AUTHENTICATION_REFUSED, new HostAlias("cued"), "no key is welcome", "Add one.");
        FakeEngine engine = new FakeEngine(configuration())
                .on(
                        new Request.SurveyPython(DIREWOLF),
                        new Notice.LinkChanged(DIREWOLF, 1, new Link.Failed(refused, Instant.EPOCH)));

        assertThat(rig.run(engine, "envs", "direwolf")).isEqualTo(4);

        assertThat(rig.err).hasToString("rwtui: cued, on the way to direwolf: no key is welcome. Add one.\n");
        assertThat(engine.closed).isTrue();
    }

    @Test
    void aDifferenceIsPrintedAndIsANo() {
        FakeEngine engine = comparing(on("direwolf"), on("gpu07"), PythonSample.compared());

        assertThat(rig.run(engine, "envs", "--diff", "direwolf:vision", "gpu07:vision"))
                .isEqualTo(1);

        Golden.checkText("cli/diff.txt", rig.out.toString());
    }

    @Test
    void aDifferenceAsJson() {
        rig.run(
                comparing(on("direwolf"), on("gpu07"), PythonSample.compared()),
                "envs",
                "--json",
                "--diff",
                "direwolf:vision",
                "gpu07:vision");

        Golden.checkText("cli/diff.json", rig.out.toString());
    }

    @Test
    void theSameIsAYes() {
        FakeEngine engine = comparing(on("direwolf"), on("gpu07"), PythonSample.same());

        assertThat(rig.run(engine, "envs", "--diff", "direwolf:vision", "gpu07:vision"))
                .isZero();

        assertThat(rig.out.toString()).startsWith("the same: 4 packages");
    }

    @Test
    void whatCannotBeComparedSaysWhy() {
        FakeEngine engine = comparing(on("direwolf"), on("gpu07"), Compared.failed("a", "b", "gpu07: it is off"));

        assertThat(rig.run(engine, "envs", "--diff", "direwolf:vision", "gpu07:vision"))
                .isEqualTo(2);

        assertThat(rig.err).hasToString("rwtui: gpu07: it is off\n");
    }

    @Test
    void eitherAHostOrTwoSides() {
        assertThat(rig.run(new FakeEngine(configuration()), "envs")).isEqualTo(2);
        assertThat(rig.run(new FakeEngine(configuration()), "envs", "direwolf", "--diff", "a:b", "c:d"))
                .isEqualTo(2);
    }
}
