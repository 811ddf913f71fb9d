package dev.rwtui.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.base.Cancellation;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.python.model.InstalledPackage;
import dev.rwtui.python.model.InstalledPackage.Manager;
import dev.rwtui.python.model.PackageSet;
import dev.rwtui.remote.PlaceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is installed in an environment, as its files tell. */
@Timeout(60)
final class EnvironmentPackagesTest {

    private static final String SITE = "/lib/python3.10/site-packages/";

    @TempDir
    Path temporary;

    private Machine machine;

    @BeforeEach
    void furnish() throws IOException {
        machine = new Machine(temporary.toRealPath());
    }

    @AfterEach
    void close() {
        machine.close();
    }

    private PackageSet packages(String prefix) throws PlaceException {
        return machine.probe(Duration.ofSeconds(30))
                .packages(machine.place(), machine.home + "/" + prefix, new Cancellation());
    }

    private void distribution(String directory, String name, String version) {
        machine.file(
                directory + "/METADATA",
                "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n\nName: no\n");
        machine.file(directory + "/INSTALLER", "pip\n");
    }

    private static InstalledPackage from(String name, String version, String origin) {
        return new InstalledPackage(
                name, version, Manager.PIP, Optional.empty(), Optional.empty(), Optional.of(origin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/sh", "/bin/bash --posix"})
    void ofAVenvWithWhereTheyComeFrom(String shell) throws PlaceException {
        machine.shell = shell;
        machine.venv("my env", "version = 3.10.12\n", "broken-1.5.dist-info");
        distribution("my env" + SITE + "zope_interface-6.0.dist-info", "zope.interface", "6.0");
        distribution("my env" + SITE + "vcs-1.0.dist-info", "vcs", "1.0");
        machine.file(
                "my env" + SITE + "vcs-1.0.dist-info/direct_url.json",
                "{\"url\": \"https://host/me/vcs.git\",\n \"vcs_info\": {\"vcs\": \"git\", \"commit_id\": \"abc\"}}");
        distribution("my env" + SITE + "mine-0.1.dist-info", "mine", "0.1");
        machine.file(
                "my env" + SITE + "mine-0.1.dist-info/direct_url.json",
                "{\"dir_info\": {\"editable\": true}, \"url\": \"file:///home/me/mine\"}");
        machine.file("my env" + SITE + "old.egg-link", machine.home + "/src/old\n.\n");
        machine.file("src/old/old.egg-info/PKG-INFO", "Name: Old\r\nVersion: 0.9\r\n");

        PackageSet set = packages("my env");

        assertThat(set.python()).contains("3.10.12");
        assertThat(set.system()).isNotEmpty();
        assertThat(set.machine()).isNotEmpty();
        assertThat(set.packages())
                .containsExactly(
                        InstalledPackage.pip("broken", "1.5"),
                        from("mine", "0.1", "/home/me/mine"),
                        from("Old", "0.9", machine.home + "/src/old"),
                        from("vcs", "1.0", "git+https://host/me/vcs.git@abc"),
                        InstalledPackage.pip("zope.interface", "6.0"));
    }

    @Test
    void ofCondaWithBuildAndChannelAndWhatPipHasAdded() throws PlaceException {
        machine.conda("miniconda3/envs/x", "python-3.10.13-hd12c33a_0_cpython");
        record("pytorch-2.1.0-py3.10_0", "https://conda.anaconda.org/pytorch/linux-64");
        record("python-dateutil-2.8.2-pyhd3eb1b0_0", "https://repo.anaconda.com/pkgs/main/noarch");
        distribution("miniconda3/envs/x" + SITE + "python_dateutil-2.8.2.dist-info", "python-dateutil", "2.8.2");
        distribution("miniconda3/envs/x" + SITE + "einops-0.7.dist-info", "einops", "0.7");
        distribution("miniconda3/envs/x" + SITE + "torch-2.1.0.dist-info", "torch", "2.1.0");
        machine.file("miniconda3/envs/x" + SITE + "torch-2.1.0.dist-info/INSTALLER", "conda");

        PackageSet set = packages("miniconda3/envs/x");

        assertThat(set.python()).contains("3.10.13");
        assertThat(set.packages())
                .containsExactly(
                        InstalledPackage.pip("einops", "0.7"),
                        new InstalledPackage(
                                "python",
                                "3.10.13",
                                Manager.CONDA,
                                Optional.of("hd12c33a_0_cpython"),
                                Optional.empty(),
                                Optional.empty()),
                        InstalledPackage.conda("python-dateutil", "2.8.2", "pyhd3eb1b0_0", "pkgs/main"),
                        InstalledPackage.conda("pytorch", "2.1.0", "py3.10_0", "pytorch"));
    }

    private void record(String name, String channel) {
        machine.file(
                "miniconda3/envs/x/conda-meta/" + name + ".json",
                "{\n  \"build\": \"x\",\n  \"channel\": \"" + channel + "\",\n  \"files\": []\n}\n");
    }

    @Test
    void ofOneOfSeveralPythonsThatShareAPrefix() throws PlaceException {
        python("3.10");
        python("3.11");
        machine.directory("usr" + SITE + "for10-1.0.dist-info");
        machine.directory("usr/lib/python3.11/site-packages/for11-1.0.dist-info");
        machine.variables.put("PATH", machine.home + "/usr/bin:" + machine.variables.get("PATH"));

        Environment later = machine.survey().environments().stream()
                .filter(found -> found.kind() == EnvironmentKind.SYSTEM)
                .filter(found -> found.version().equals(Optional.of("3.11.0"))
                        && found.name().equals("python3.11"))
                .findFirst()
                .orElseThrow();
        PackageSet set = machine.probe(Duration.ofSeconds(30)).packages(machine.place(), later, new Cancellation());

        assertThat(set.python()).contains("3.11.0");
        assertThat(set.packages()).containsExactly(InstalledPackage.pip("for11", "1.0"));
    }

    private void python(String minor) {
        machine.program(
                "usr/bin/python" + minor, "#!/bin/sh\nprintf '%s' \"$6" + machine.home + "/usr$6" + minor + ".0$6\"\n");
    }

    @Test
    void whereThereIsNoEnvironmentIsAFailureThatNamesThePlace() {
        assertThatThrownBy(() -> packages("nothing"))
                .isInstanceOf(PlaceException.class)
                .hasMessage("there is no python environment in " + machine.home + "/nothing");
    }
}
