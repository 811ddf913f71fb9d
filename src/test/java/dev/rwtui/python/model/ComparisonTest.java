package dev.rwtui.python.model;

import static dev.rwtui.python.model.InstalledPackage.conda;
import static dev.rwtui.python.model.InstalledPackage.pip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.python.model.Comparison.Python.Agreement;
import dev.rwtui.python.model.Comparison.Verdict;
import dev.rwtui.python.model.Constraint.Exact;
import dev.rwtui.python.model.InstalledPackage.Manager;
import dev.rwtui.python.model.Requirements.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparisonTest {

    private static PackageSet set(String python, InstalledPackage... packages) {
        return new PackageSet("/env", Optional.of(python), "Linux", "x86_64", List.of(packages));
    }

    private static PackageSet onMac(PackageSet set) {
        return new PackageSet(set.prefix(), set.python(), "Darwin", "arm64", set.packages());
    }

    private static InstalledPackage from(String origin, String name, String version) {
        return new InstalledPackage(
                name, version, Manager.PIP, Optional.empty(), Optional.empty(), Optional.of(origin));
    }

    private static Requirement wants(String name, String specifiers) {
        return Requirement.of(
                name, Constraint.Pep440.of(Specifiers.parse(specifiers).orElseThrow()), 1);
    }

    private static Requirements wanted(Kind kind, Requirement... requirements) {
        return new Requirements("the file", kind, Optional.empty(), List.of(requirements), List.of());
    }

    private static List<String> words(List<Difference> differences) {
        return differences.stream().map(Difference::words).toList();
    }

    @Test
    void equalSetsAreTheSame() {
        Comparison comparison = Comparison.of(
                set("3.10.13", pip("Zope.Interface", "6.0"), pip("six", "1.16.0")),
                set("3.10.13", pip("zope-interface", "6.0.0"), pip("six", "1.16")));

        assertThat(comparison.isSame()).isTrue();
        assertThat(comparison.verdict()).isEqualTo("the same: 2 packages, python 3.10.13");
    }

    @Test
    void whatDiffersIsListedByWhereItIs() {
        Comparison comparison = Comparison.of(
                set("3.10.13", pip("a", "1"), pip("b", "1"), pip("both", "1"), pip("torch", "2.1.0+cu118")),
                set("3.11.4", pip("c", "1"), pip("both", "1"), pip("torch", "2.1.0")));

        assertThat(words(comparison.onlyHere())).containsExactly("a 1 / -", "b 1 / -");
        assertThat(words(comparison.onlyThere())).containsExactly("c - / 1");
        assertThat(words(comparison.otherVersion())).containsExactly("torch 2.1.0+cu118 / 2.1.0");
        assertThat(comparison.verdict())
                .isEqualTo("2 only in A, 1 only in B, 1 with another version; python 3.10.13 / 3.11.4");
        assertThat(comparison.between("laptop", "gpu").verdict()).startsWith("2 only in laptop, 1 only in gpu,");
    }

    @Test
    void aDifferentPythonAloneIsADifference() {
        Comparison comparison = Comparison.of(set("3.10.13", pip("a", "1")), set("3.10.12", pip("a", "1")));

        assertThat(comparison.outcome()).isEqualTo(Verdict.DIFFERENT);
        assertThat(comparison.verdict()).isEqualTo("the same 1 package; python 3.10.13 / 3.10.12");
    }

    @Test
    void aPythonThatNothingTellsIsNotTheSame() {
        PackageSet unknown = new PackageSet("/env", Optional.empty(), "Linux", "x86_64", List.of());

        assertThat(Comparison.of(set("3.10.13"), unknown).python().agreement()).isEqualTo(Agreement.UNKNOWN);
        assertThat(Comparison.of(unknown, set("3.10.13")).verdict())
                .isEqualTo("the same 0 packages; python unknown / 3.10.13");
    }

    @Test
    void toolsAloneAreSaidByName() {
        Comparison comparison = Comparison.of(
                set("3.10.13", pip("a", "1"), pip("pip", "23.0"), pip("wheel", "0.40")),
                set("3.10.13", pip("a", "1"), pip("pip", "24.0"), pip("setuptools", "65")));

        assertThat(comparison.isSame()).isFalse();
        assertThat(comparison.outcome()).isEqualTo(Verdict.SAME_BUT_FOR_TOOLS);
        assertThat(comparison.verdict())
                .isEqualTo("the same but for pip, setuptools, wheel: 1 package, python 3.10.13");
    }

    @Test
    void buildsAndChannelsAreToldApartFromVersions() {
        Comparison comparison = Comparison.of(
                set(
                        "3.10.13",
                        conda("numpy", "1.26", "py310h1111111_0", "conda-forge"),
                        conda("x", "1", "0", "conda-forge")),
                set(
                        "3.10.13",
                        conda("numpy", "1.26", "py310h2222222_0", "conda-forge"),
                        conda("x", "1", "0", "pkgs/main")));

        assertThat(words(comparison.otherBuild()))
                .containsExactly(
                        "numpy 1.26 (conda-forge py310h1111111_0 / conda-forge py310h2222222_0)",
                        "x 1 (conda-forge 0 / pkgs/main 0)");
        assertThat(comparison.verdict()).isEqualTo("the same versions, 2 of another build; python 3.10.13");
        assertThat(comparison.isSame()).isFalse();
    }

    @Test
    void buildsAreNotComparedBetweenSystems() {
        PackageSet linux = set("3.10.13", conda("numpy", "1.26", "py310h1111111_0", "conda-forge"));
        PackageSet mac = onMac(set("3.10.13", conda("numpy", "1.26", "py310h2222222_0", "conda-forge")));

        assertThat(Comparison.of(linux, mac).isSame()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "pytorch, torch",
        "py-opencv, opencv-python",
        "msgpack-python, msgpack",
        "PyYAML, pyyaml",
        "matplotlib-base, matplotlib"
    })
    void oneProjectIsOneWhoeverInstalledIt(String byConda, String byPip) {
        Comparison comparison = Comparison.of(
                set("3.10.13", conda(byConda, "1.0", "py310_0", "conda-forge")), set("3.10.13", pip(byPip, "1.0")));

        assertThat(comparison.isSame()).isTrue();
    }

    @Test
    void aLocalVersionOfPipAndTheSameOfCondaAreTwoBuilds() {
        Comparison comparison = Comparison.of(
                set("3.10.13", conda("pytorch", "2.1.0", "py3.10_cuda11.8_cudnn8.7.0_0", "pytorch")),
                set("3.10.13", pip("torch", "2.1.0+cu118")));

        assertThat(comparison.outcome()).isEqualTo(Verdict.OTHER_BUILDS);
    }

    @Test
    void whatOnlyCondaHasIsCountedApart() {
        PackageSet byConda = set(
                "3.10.13",
                conda("python", "3.10.13", "h_cpython", "conda-forge"),
                conda("libgcc-ng", "13.2.0", "h807b86a_5", "conda-forge"),
                conda("openssl", "1.1.1w", "hd590300_0", "conda-forge"),
                conda("tzdata", "2024a", "h0c530f3_0", "conda-forge"),
                conda("six", "1.16.0", "pyh6c4a22f_0", "conda-forge"),
                conda("requests", "2.31", "pyhd8ed1ab_0", "conda-forge"),
                conda("numpy", "1.26", "py310hb13e2d6_0", "conda-forge"));
        PackageSet byPip = set("3.10.13", pip("six", "1.16.0"), pip("tzdata", "2024.1"));

        Comparison comparison = Comparison.of(byConda, byPip);
        Comparison mirrored = Comparison.of(byPip, byConda);

        assertThat(comparison.onlyConda()).containsExactly("libgcc-ng", "openssl", "tzdata");
        assertThat(mirrored.onlyConda()).isEqualTo(comparison.onlyConda());
        assertThat(words(comparison.onlyHere())).containsExactly("numpy 1.26 / -", "requests 2.31 / -");
        assertThat(comparison.verdict())
                .isEqualTo("2 only in A, 1 only in B; python 3.10.13; 3 packages that only conda has");
    }

    @Test
    void betweenTwoOfCondaLibrariesCount() {
        PackageSet one = set("3.10.13", conda("openssl", "1.1.1w", "hd590300_0", "conda-forge"));
        PackageSet other = set("3.10.13", conda("six", "1", "pyh6c4a22f_0", "conda-forge"));

        assertThat(words(Comparison.of(one, other).onlyHere())).containsExactly("openssl 1.1.1w / -");
    }

    @Test
    void whatPipPutOverCondasIsWhatCounts() {
        PackageSet mixed = set("3.10.13", conda("numpy", "1.26", "py310h_0", "conda-forge"), pip("numpy", "2.0"));

        assertThat(words(Comparison.of(set("3.10.13", pip("numpy", "1.26")), mixed)
                        .otherVersion()))
                .containsExactly("numpy 1.26 / 2.0");
    }

    @Test
    void commitsOfARepositoryAreBuilds() {
        String address = "git+https://github.com/o/lib@";
        Comparison comparison = Comparison.of(
                set("3.10.13", from(address + "a".repeat(40), "lib", "1")),
                set("3.10.13", from(address + "b".repeat(40), "lib", "1")));

        assertThat(comparison.outcome()).isEqualTo(Verdict.OTHER_BUILDS);
    }

    @Test
    void whatIsInstalledBeyondTheWishesIsNoDifference() {
        PackageSet there = set("3.10.13", pip("torch", "2.1.0+cu118"), pip("sympy", "1.12"));

        Comparison comparison = Comparison.of(there, wanted(Kind.WANTS, wants("torch", ">=2.1,<2.2")));

        assertThat(comparison.isSame()).isTrue();
        assertThat(comparison.verdict()).isEqualTo("all as wanted: 1 package, python 3.10.13");
    }

    @Test
    void whatIsInstalledBeyondALockIsADifference() {
        PackageSet there = set(
                "3.10.13", pip("torch", "2.1.0"), pip("sympy", "1.12"), from("file:///code/vision", "vision", "0.1"));
        Requirements lock = wanted(Kind.LOCK, Requirement.of("torch", Exact.pip("2.1.0"), 1));

        assertThat(words(Comparison.of(there, lock).onlyThere())).containsExactly("sympy - / 1.12");
    }

    @Test
    void anInstalledPreReleaseIsAcceptedAsThePepSays() {
        PackageSet there = set("3.10.13", pip("torch", "2.2.0rc1"));

        assertThat(Comparison.of(there, wanted(Kind.WANTS, wants("torch", ">=2.1")))
                        .isSame())
                .isTrue();
        assertThat(words(Comparison.of(there, wanted(Kind.WANTS, wants("torch", ">=2.2")))
                        .otherVersion()))
                .containsExactly("torch >=2.2 / 2.2.0rc1");
    }

    @Test
    void allWishesOfOnePackageCount() {
        PackageSet there = set("3.10.13", pip("numpy", "1.26"));

        Comparison comparison =
                Comparison.of(there, wanted(Kind.WANTS, wants("numpy", ">=1.20"), wants("NumPy", "<1.25")));

        assertThat(words(comparison.otherVersion())).containsExactly("NumPy <1.25 / 1.26");
    }

    @Test
    void aLockOfSeveralVersionsTakesAny() {
        Requirements lock = wanted(
                Kind.LOCK,
                Requirement.of("numpy", Exact.pip("1.24"), 1),
                Requirement.of("numpy", Exact.pip("1.26"), 2));

        assertThat(Comparison.of(set("3.10.13", pip("numpy", "1.26")), lock).isSame())
                .isTrue();
    }

    @Test
    void whatMayBeThereIsOnlyComparedWhereItIs() {
        Requirement absent = Requirement.of("mypy", Exact.pip("1.8"), 1).needed(Requirement.Need.MAY);
        Requirement other = Requirement.of("pytest", Exact.pip("8.0"), 2).needed(Requirement.Need.MAY);

        Comparison comparison = Comparison.of(set("3.10.13", pip("pytest", "7.4")), wanted(Kind.LOCK, absent, other));

        assertThat(comparison.onlyHere()).isEmpty();
        assertThat(words(comparison.otherVersion())).containsExactly("pytest 8.0 / 7.4");
    }

    @Test
    void aMarkerDecidesWhetherARequirementCounts() {
        Requirement onWindows =
                Requirement.of("pywin32", Constraint.any(), 1).where(Marker.parse("sys_platform == 'win32'"));
        Requirement odd = Requirement.of("odd", Constraint.any(), 2).where(Marker.parse("platform_release > '5'"));

        Comparison comparison = Comparison.of(set("3.10.13"), wanted(Kind.WANTS, onWindows, odd));

        assertThat(words(comparison.onlyHere())).containsExactly("odd any / -");
        assertThat(comparison.notes()).containsExactly("odd is taken to apply: its marker asks for what is not known");
    }

    @ParameterizedTest
    @CsvSource({">=3.9, SAME", ">=3.11, OTHER", "==3.10.*, SAME", "~=3.10.2, SAME"})
    void pythonIsHeldAgainstWhatIsWantedOfIt(String specifiers, Agreement agreement) {
        Optional<Constraint> python = Specifiers.parse(specifiers).map(Constraint.Pep440::of);

        Comparison comparison =
                Comparison.of(set("3.10.13"), new Requirements("f", Kind.WANTS, python, List.of(), List.of()));

        assertThat(comparison.python().agreement()).isEqualTo(agreement);
    }

    @ParameterizedTest
    @CsvSource({
        "git+https://github.com/o/lib@main, https://github.com/O/lib.git, FITS",
        "git+ssh://git@github.com/o/lib.git@v1#egg=lib, git+https://github.com/o/lib, FITS",
        "git@github.com:o/lib.git, https://github.com/o/lib, FITS",
        "https://github.com/o/lib, https://github.com/o/fork, OTHER_VERSION",
        "https://x.org/a-1.0-py3-none-any.whl#sha256=00, https://x.org/a-1.0-py3-none-any.whl, FITS",
        "https://x.org/a-1.0-py3-none-any.whl, https://x.org/a-1.1-py3-none-any.whl, OTHER_VERSION",
        "./lib, file:///home/me/lib, FITS",
        "./lib, https://github.com/o/lib, OTHER_VERSION",
    })
    void anAddressIsHeldAgainstWhereAPackageComesFrom(String url, String origin, Constraint.Fit fit) {
        assertThat(new Constraint.Url(url).fit(from(origin, "lib", "1"))).isEqualTo(fit);
    }

    @Test
    void whatAnIndexHasOfTheNameIsNotWhatAnAddressLeadsTo() {
        assertThat(new Constraint.Url("https://github.com/o/lib").fit(pip("lib", "1")))
                .isEqualTo(Constraint.Fit.OTHER_VERSION);
    }

    @Test
    void aPasswordInAnAddressIsNotShown() {
        Requirement wanted = Requirement.of("lib", new Constraint.Url("git+https://me:secret@example.org/lib"), 1);

        assertThat(wanted.words()).isEqualTo("lib git+https://example.org/lib");
    }
}
