package dev.rwtui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The package table of {@code .github/ARCHITECTURE.md}, enforced. "May use" is exhaustive and not transitive; {@code base}
 * is open to all.
 */
final class ArchitectureTest {

    private static final String ROOT = "dev.rwtui.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rwtui");

    private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

    /** What the engine and its front ends talk in. */
    private static final List<String> MODELS =
            List.of("facts.model", "gitsync.model", "python.model", "repo.model", "ssh.model", "tunnel.model");

    static {
        row("base");
        row("ssh.model");
        row("tunnel.model");
        row("python.model");
        row("repo.model");
        row("python.files", "python.model");
        row("python.remedy", "python.model", "remote");
        row("remote");
        row("python", "remote", "python.model");
        row("settings");
        row("repo", "remote", "repo.model", "settings");
        row("gitsync.model", "repo.model");
        row("gitsync", "remote", "gitsync.model", "repo.model");
        row("facts.model");
        row("facts", "remote", "facts.model");
        row("ssh.config");
        row("lab");
        row("ssh", "ssh.config", "ssh.model");
        row("ssh.hostkey", "ssh.config", "ssh.model");
        row("ssh.jsch", "ssh", "ssh.config", "ssh.hostkey", "ssh.model");
        row("tunnel", "ssh", "ssh.model", "tunnel.model");
        rowOverModels(
                "engine",
                "python",
                "python.files",
                "python.remedy",
                "facts",
                "gitsync",
                "remote",
                "repo",
                "settings",
                "ssh",
                "ssh.config",
                "tunnel");
        row("shell", "engine", "ssh.model");
        row("doctor", "ssh", "ssh.config", "ssh.hostkey", "ssh.model");
        rowOverModels("cli", "engine", "shell");
        row("tui", "tui.model", "tui.command", "tui.update", "tui.canvas", "tui.view", "tui.effect", "tui.terminal");
        rowOverModels("tui.model", "tui.canvas");
        rowOverModels("tui.command", "tui.model");
        rowOverModels("tui.update", "tui.model", "tui.command");
        row("tui.canvas");
        rowOverModels("tui.view", "tui.model", "tui.command", "tui.canvas");
        rowOverModels("tui.effect", "tui.model", "engine", "shell");
        row("tui.terminal", "tui.canvas", "tui.model", "ssh.model");
        row(
                "platform",
                "engine",
                "remote",
                "shell",
                "ssh",
                "ssh.config",
                "ssh.model",
                "tui.effect",
                "tui.terminal",
                "cli");
    }

    private static void rowOverModels(String name, String... uses) {
        row(name, uses);
        MAY_USE.get(name).addAll(MODELS);
    }

    private static void row(String name, String... uses) {
        MAY_USE.put(name, new TreeSet<>(Arrays.asList(uses)));
    }

    @TestFactory
    Stream<DynamicTest> eachPackageUsesWhatItsRowAllows() {
        return MAY_USE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(ROOT + row.getKey())
                                .should()
                                .dependOnClassesThat(ownPackagesBut(row.getKey(), row.getValue()))
                                .allowEmptyShould(true)
                                .check(CLASSES)));
    }

    @Test
    void everyPackageHasARow() {
        Set<String> unlisted = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()))
                .filter(name -> !name.equals("app") && !MAY_USE.containsKey(name))
                .collect(Collectors.toCollection(TreeSet::new));

        org.assertj.core.api.Assertions.assertThat(unlisted).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> eachLibraryHasOneImporter() {
        Map<String, List<String>> importers = Map.of(
                "com.jcraft.jsch..", List.of(ROOT + "ssh.jsch..", "com.jcraft.jsch.."),
                "com.googlecode.lanterna..", List.of(ROOT + "tui.terminal.."),
                "picocli..", List.of(ROOT + "cli.."),
                "org.apache.sshd..", List.of(ROOT + "lab.."),
                "com.fasterxml.jackson..", List.of(ROOT + "cli..", ROOT + "python..", ROOT + "facts.."),
                "org.eclipse.jgit..", List.of(ROOT + "settings..", ROOT + "repo.."),
                "org.yaml.snakeyaml..", List.of(ROOT + "python.files.."),
                "org.slf4j..", List.of(ROOT + "app..", ROOT + "ssh.jsch..", ROOT + "platform..", ROOT + "lab.."));
        return importers.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> noClasses()
                                .that()
                                .resideOutsideOfPackages(rule.getValue().toArray(String[]::new))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(rule.getKey())
                                .check(CLASSES)));
    }

    /** No clock, no I/O, no threads, no log: what they return depends on what they are given. */
    @Test
    void theCoreIsPure() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..ssh.model..",
                        "..tunnel.model..",
                        "..facts.model..",
                        "..gitsync.model..",
                        "..python.model..",
                        "..repo.model..",
                        "..tui.model..",
                        "..tui.command..",
                        "..tui.update..",
                        "..tui.canvas..",
                        "..tui.view..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..", "java.io..", "java.nio.file..", "java.util.concurrent..", "org.slf4j..")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> ownPackagesBut(String self, Set<String> allowed) {
        return DescribedPredicate.describe("live in rwtui's other packages than " + allowed, type -> {
            String name = type.getPackageName();
            if (!name.startsWith(ROOT)) {
                return false;
            }
            String place = name.substring(ROOT.length());
            return !place.equals(self) && !place.equals("base") && !allowed.contains(place);
        });
    }
}
