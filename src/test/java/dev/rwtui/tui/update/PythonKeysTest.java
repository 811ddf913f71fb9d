package dev.rwtui.tui.update;

import static dev.rwtui.tui.testing.Sample.DIREWOLF;
import static dev.rwtui.tui.testing.Sample.GPU08;
import static dev.rwtui.tui.testing.Sample.link;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.python.model.EnvironmentRef;
import dev.rwtui.python.model.InstalledPackage;
import dev.rwtui.python.model.PackageSet;
import dev.rwtui.python.model.Survey;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.model.Context;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.Pane;
import dev.rwtui.tui.model.Pythons;
import dev.rwtui.tui.testing.PythonSample;
import dev.rwtui.tui.testing.Sample;
import dev.rwtui.tui.testing.Story;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The keys of the environments. */
final class PythonKeysTest {

    private static final Pythons.Key VISION =
            new Pythons.Key(DIREWOLF, PythonSample.vision().key());

    private final Story story = Story.givenDirewolf()
            .when(link(DIREWOLF, 1, Sample.up()), PythonSample.found(DIREWOLF, 2, PythonSample.all()))
            .press("3");

    @Test
    void theMarkMovesAndStaysWithItsEnvironment() {
        story.press("Down", "Down");
        assertThat(marked()).isEqualTo("detector");

        story.when(PythonSample.found(
                DIREWOLF,
                3,
                PythonSample.survey(
                        Survey.Stage.DONE, PythonSample.venv("detector"), PythonSample.base(), PythonSample.vision())));
        assertThat(marked()).isEqualTo("detector");

        story.when(PythonSample.found(DIREWOLF, 4, PythonSample.survey(Survey.Stage.DONE, PythonSample.base())));
        assertThat(marked()).isEqualTo("base");
    }

    private String marked() {
        return story.state().markedEnvironment().orElseThrow().name();
    }

    @Test
    void anOlderSurveyChangesNothing() {
        story.when(PythonSample.found(DIREWOLF, 1, PythonSample.survey(Survey.Stage.DONE)));

        assertThat(story.state().shownEnvironments()).hasSize(6);
    }

    @Test
    void thePathIsCopiedAsItIs() {
        story.press("y");

        assertThat(story.effects()).contains(new Effect.Copy("/home/anthonyhu/miniconda3/envs/vision/bin/python"));
        story.when(new Event.Copied(Sample.NOW, "/opt/p y/bin/python", "tmux buffer"))
                .sees("copied /opt/p y/bin/python (tmux buffer)");
    }

    @Test
    void whatHasNoPythonHasNoPathToCopy() {
        story.press("Down", "Down", "Down", "y");

        assertThat(story.effects()).noneMatch(Effect.Copy.class::isInstance);
        story.sees("tools has no python");
    }

    @Test
    void packagesAreAskedForAndFoundByName() {
        story.press("Enter").sees("Packages of vision", "Asking direwolf");
        assertThat(story.effects()).contains(new Effect.ListPackages(VISION));

        story.when(PythonSample.listed(
                        DIREWOLF, new Pythons.Listing(Optional.of(PythonSample.packages()), Optional.empty())))
                .sees("openssl", "torch", "2.1.0+cu118", "4 packages");

        story.press("/").type("torch").sees("torch", "1 of 4 packages").doesNotSee("openssl");
        assertThat(story.state().context()).isEqualTo(Context.FINDING);
        story.press("Enter");
        assertThat(story.state().context()).isEqualTo(Context.PACKAGES);
        assertThat(story.state().screen().filter().isActive()).isFalse();
        story.press("/", "Esc").sees("openssl").press("Esc");
        assertThat(story.state().context()).isEqualTo(Context.PYTHON);
    }

    @Test
    void whatIsReadIsScrolledToItsEnd() {
        story.resized(60, 20)
                .press("Enter")
                .when(PythonSample.listed(
                        DIREWOLF, new Pythons.Listing(Optional.of(PythonSample.packages()), Optional.empty())));
        story.press("End")
                .sees("vision-models")
                .press("Esc", "i", "Tab", "End")
                .sees("}")
                .press("Esc");

        story.press("=")
                .type("direwolf:base")
                .press("Enter")
                .when(new Event.EnvironmentsCompared(
                        Sample.NOW,
                        new EnvironmentRef.OnHost(DIREWOLF, "vision"),
                        new EnvironmentRef.OnHost(DIREWOLF, "base"),
                        PythonSample.compared()));
        story.press("End").sees("pip install").press("Home").doesNotSee("pip install");
    }

    @Test
    void aListThatNobodyCanTellSaysWhy() {
        story.press("Enter")
                .when(PythonSample.listed(
                        DIREWOLF, new Pythons.Listing(Optional.empty(), Optional.of("direwolf: connection lost"))))
                .sees("direwolf: connection lost");
    }

    @Test
    void whatAnIdeNeedsIsThereInTwoForms() {
        story.press("i").sees("For PyCharm", "Username:     anthonyhu", "envs/vision/bin/python");
        story.press("Tab").sees("For VS Code", "python.defaultInterpreterPath", "\"proxyJump\": [\"cued\"]");
        story.press("y");

        assertThat(story.effects())
                .filteredOn(Effect.Copy.class::isInstance)
                .extracting(effect -> ((Effect.Copy) effect).text())
                .last()
                .asString()
                .startsWith("{\n")
                .endsWith("}\n");
        story.press("Esc");
        assertThat(story.state().screen().pane()).isEqualTo(Pane.PYTHON);
    }

    @Test
    void theOtherSideOfAComparisonIsTypedOrChosen() {
        story.press("=").sees("direwolf:base", "an environment of this machine").doesNotSee("direwolf:vision");
        story.type("direwolf:ba").press("Tab", "Enter");

        EnvironmentRef here = new EnvironmentRef.OnHost(DIREWOLF, "vision");
        EnvironmentRef base = new EnvironmentRef.OnHost(DIREWOLF, "base");
        assertThat(story.effects()).contains(new Effect.Compare(here, base));
        assertThat(story.state().context()).isEqualTo(Context.COMPARING);

        story.when(new Event.EnvironmentsCompared(Sample.NOW, base, here, PythonSample.compared()))
                .doesNotSee("wandb");
        story.when(new Event.EnvironmentsCompared(Sample.NOW, here, base, PythonSample.compared()))
                .sees("wandb", "torch 2.1.0+cu118 / 2.1.2");
        story.press("y");
        assertThat(story.effects())
                .contains(new Effect.Copy(
                        String.join("\n", PythonSample.compared().commands()) + "\n"));
    }

    @Test
    void whatIsCopiedInLinesIsCounted() {
        story.when(new Event.Copied(Sample.NOW, "one\ntwo\n", "tmux buffer")).sees("✓ copied 2 lines (tmux buffer)");
    }

    @Test
    void whatOnlyBeganIsNotSaidToBeDone() {
        story.press("R").sees("◐ looking for environments on direwolf");
    }

    @Test
    void aLongMessageIsWrappedAndALongerOneCut() {
        story.resized(60, 20)
                .press(":")
                .type("compare")
                .press("Enter")
                .sees("compare takes one or two: HOST:NAME, HOST:/path", ".:NAME for here, or a file");
        story.when(new Event.EffectFailed(Sample.NOW, "copying", "x".repeat(300)))
                .sees("x…", ":compare");
    }

    @Test
    void aFileIsTakenFromWhereRwtuiWasStarted() {
        story.press("=").type("environment.yml").press("Enter");

        assertThat(story.effects())
                .contains(new Effect.Compare(
                        new EnvironmentRef.OnHost(DIREWOLF, "vision"),
                        new EnvironmentRef.InFile("/home/anthonyhu/code/vision/environment.yml", "environment.yml")));
    }

    @Test
    void theRepositorysPythonIsChosenAndMarked() {
        story.press("*").sees("rwtui was not started in a git repository");
        assertThat(story.effects()).noneMatch(Effect.ChooseInterpreter.class::isInstance);

        story.when(PythonSample.repositoryRead()).press("Down", "*");
        String base = PythonSample.base().key();
        assertThat(story.effects()).contains(new Effect.ChooseInterpreter(DIREWOLF, base));

        story.doesNotSee("★")
                .when(PythonSample.mapped(DIREWOLF, 5, new Mapping(Optional.empty(), Optional.of(base))))
                .sees("★ base");
        story.when(PythonSample.mapped(DIREWOLF, 4, Mapping.NONE)).sees("★ base");
    }

    @Test
    void aChoiceIsSaidToBeMadeOnceItIsWritten() {
        String base = PythonSample.base().key();
        Mapping chosen = new Mapping(Optional.of("~/vision"), Optional.of(base));
        String done = "base is the repository's python on direwolf";
        story.when(PythonSample.repositoryRead()).press("Down", "*").doesNotSee(done);

        story.when(PythonSample.mapped(GPU08, 5, chosen)).doesNotSee(done);
        story.when(PythonSample.mapped(DIREWOLF, 6, Mapping.NONE)).doesNotSee(done);
        story.when(PythonSample.mapped(DIREWOLF, 7, chosen)).sees(done);
        story.tick(Sample.NOW).after(Duration.ofSeconds(9)).doesNotSee(done);
        story.when(PythonSample.mapped(DIREWOLF, 8, chosen)).doesNotSee(done);
    }

    @Test
    void aPathIsSaidToBeMappedOnceItIsWritten() {
        Mapping elsewhere = new Mapping(Optional.of("/elsewhere"), Optional.of("/usr/bin/python3"));
        Mapping mapped = new Mapping(Optional.of("~/vision"), Optional.empty());
        story.when(PythonSample.repositoryRead())
                .press(":")
                .type("map ~/vision")
                .press("Enter");

        story.when(PythonSample.mapped(DIREWOLF, 6, elsewhere)).doesNotSee("the repository is");
        story.when(PythonSample.mapped(DIREWOLF, 7, mapped)).sees("the repository is ~/vision on direwolf");
    }

    @Test
    void whatCouldNotBeWrittenIsNeverSaidToBe() {
        Mapping chosen = new Mapping(Optional.empty(), PythonSample.vision().interpreter());
        story.when(PythonSample.repositoryRead())
                .press("*")
                .when(new Event.EffectFailed(Sample.NOW, "choosing the python", ".git/config is locked"))
                .sees("choosing the python failed: .git/config is locked");

        story.when(PythonSample.mapped(DIREWOLF, 7, chosen)).doesNotSee("is the repository's python");
    }

    @Test
    void whatAnIdeNeedsOfAnEnvironmentThatIsGoneIsNothing() {
        story.press("i")
                .when(PythonSample.found(DIREWOLF, 20, PythonSample.survey(Survey.Stage.DONE, PythonSample.base())))
                .sees("The environment is gone.");
    }

    @Test
    void anEnvironmentMayHaveNothingOrWhatSaysLittleOfItself() {
        InstalledPackage bare = new InstalledPackage(
                "zlib", "1.3", InstalledPackage.Manager.CONDA, Optional.empty(), Optional.empty(), Optional.empty());
        story.press("Enter").when(listed(List.of())).sees("None.", "0 packages");

        Story other = Story.givenDirewolf()
                .when(link(DIREWOLF, 1, Sample.up()), PythonSample.found(DIREWOLF, 2, PythonSample.all()))
                .press("3", "Enter")
                .when(listed(List.of(bare)))
                .sees("zlib  1.3  conda", "1 package");
        other.press("/").sees("/").type("q").sees("No package is called like that.", "0 of 1 package");
    }

    private static Event listed(List<InstalledPackage> packages) {
        PackageSet set = new PackageSet("/opt/x", Optional.of("3.10.13"), "Linux", "x86_64", packages);
        return PythonSample.listed(DIREWOLF, new Pythons.Listing(Optional.of(set), Optional.empty()));
    }

    @Test
    void whatIsTooWideIsWrappedAndCopiedAsItIs() {
        story.resized(60, 20)
                .press("i")
                .sees("authentication type)", "bin/python")
                .doesNotSee("…");
        story.press("Tab").doesNotSee("…").press("y");

        assertThat(story.effects())
                .filteredOn(Effect.Copy.class::isInstance)
                .extracting(effect -> ((Effect.Copy) effect).text())
                .first()
                .asString()
                .contains(
                        "  \"python.defaultInterpreterPath\": \"/home/anthonyhu/miniconda3/envs/vision/bin/python\"\n");
    }

    @Test
    void theLastRowOfWhatIsWrappedIsReached() {
        EnvironmentRef vision = new EnvironmentRef.OnHost(DIREWOLF, "vision");
        EnvironmentRef base = new EnvironmentRef.OnHost(DIREWOLF, "base");
        story.resized(60, 20)
                .press("=")
                .type("direwolf:base")
                .press("Enter")
                .when(new Event.EnvironmentsCompared(Sample.NOW, vision, base, PythonSample.compared()))
                .sees("more")
                .press("End")
                .sees("'torch==2.1.0+cu118'")
                .doesNotSee("more");
        int end = ((Overlay.Page) story.state().screen().overlay().orElseThrow()).scroll();
        story.press("Down");
        assertThat(((Overlay.Page) story.state().screen().overlay().orElseThrow()).scroll())
                .isEqualTo(end);
    }

    @Test
    void aCloneIsProposedAndMapped() {
        story.when(
                        PythonSample.repositoryRead(),
                        PythonSample.found(DIREWOLF, 11, PythonSample.withClones("/data/a b/vision", "/home/x/vision")))
                .sees("/data/a b/vision", "m maps it")
                .press("m")
                .sees("/data/a b/vision", "a clone of the same origin")
                .press("Down", "Enter");

        assertThat(story.effects()).contains(new Effect.MapRepository(DIREWOLF, "/data/a b/vision"));
    }

    @Test
    void aPathCanBeTypedAndIsLookedAt() {
        story.when(PythonSample.repositoryRead()).press("m").type("code/vision").press("Enter");
        story.sees("/path or ~/path");
        assertThat(story.effects()).noneMatch(Effect.MapRepository.class::isInstance);

        story.press("C-u").type("map ~/code/vision").press("Enter");
        assertThat(story.effects()).contains(new Effect.MapRepository(DIREWOLF, "~/code/vision"));
    }

    @Test
    void aKeyThatCannotWorkSaysWhy() {
        Story unknown = Story.givenDirewolf().press("3").sees("Known once it is connected.");
        for (String key : List.of("y", "i", "Enter", "=")) {
            unknown.press(key).sees("direwolf is not connected: Enter on it connects");
        }
        Story up = Story.givenDirewolf().when(link(DIREWOLF, 1, Sample.up())).press("3");
        up.sees("Looking for environments").press("y").sees("no environment is known here yet");
        unknown.press("*").sees("no repository is known before a host is up");

        story.when(new Event.RepositoryRead(1, Optional.empty(), Optional.of("the repository is broken")));
        story.press("m").sees("the repository is broken");
        story.press(":").type("map /x").press("Enter").sees("the repository is broken");
    }

    @Test
    void nobodyIsConnectedForALookAtWhatWasFoundBefore() {
        story.when(link(DIREWOLF, 9, new Link.Idle())).press("Enter").sees("direwolf is not connected");
        story.press("=").sees("direwolf is not connected");

        assertThat(story.effects()).noneMatch(Effect.ListPackages.class::isInstance);
    }

    @Test
    void whatHasNoPythonCannotBeChosen() {
        story.when(PythonSample.repositoryRead()).press("Down", "Down", "Down", "*");

        story.sees("tools has no python");
        assertThat(story.effects()).noneMatch(Effect.ChooseInterpreter.class::isInstance);
    }

    @Test
    void withoutAnAnswerThereIsNothingToCopy() {
        EnvironmentRef base = new EnvironmentRef.OnHost(DIREWOLF, "base");
        EnvironmentRef vision = new EnvironmentRef.OnHost(DIREWOLF, "vision");
        story.press("=").type("direwolf:base").press("Enter").sees("Looking into");
        story.press("y").sees("there is nothing to copy");

        story.when(new Event.EnvironmentsCompared(Sample.NOW, vision, base, PythonSample.same()))
                .sees("the same: 4 packages")
                .press("y")
                .sees("there is nothing to copy");
        story.press("Esc");
        story.when(new Event.EnvironmentsCompared(Sample.NOW, vision, base, PythonSample.compared()))
                .doesNotSee("wandb");
    }

    @Test
    void twoSidesCanBeTyped() {
        story.press(":").type("compare gpu08:vision .:mine").press("Enter");

        assertThat(story.effects())
                .contains(new Effect.Compare(
                        new EnvironmentRef.OnHost(Sample.GPU08, "vision"), new EnvironmentRef.Here("mine")));
        story.press("Esc", ":").type("compare a b c").press("Enter").sees("compare takes one or two");
        Story.givenDirewolf()
                .press(":")
                .type("compare gpu08:vision")
                .press("Enter")
                .sees("no environment is known here yet");
    }

    @Test
    void suggestionsForASecondSideStandBehindTheFirst() {
        story.press(":").type("compare gpu08:vision det").press("Tab", "Enter");

        assertThat(story.effects())
                .contains(new Effect.Compare(
                        new EnvironmentRef.OnHost(Sample.GPU08, "vision"),
                        new EnvironmentRef.OnHost(DIREWOLF, "detector")));
    }

    @Test
    void clonesAreFoundByWhatIsTyped() {
        story.when(
                        PythonSample.repositoryRead(),
                        PythonSample.found(DIREWOLF, 11, PythonSample.withClones("/data/one", "/data/two")))
                .press(":")
                .type("map tw")
                .sees("/data/two")
                .press("Esc");
        story.when(PythonSample.found(DIREWOLF, 12, PythonSample.all()))
                .press("m")
                .sees("where the repository is: /path or ~/path");
        story.type("zz").sees("where the repository is: /path or ~/path");
        story.press("C-u").type("map ~/zz").doesNotSee("where the repository is");
    }

    @Test
    void whatIsUnderWayIsNoWarning() {
        Survey done = PythonSample.unfinished();
        Survey running = new Survey(
                Survey.Stage.RUNNING,
                done.begun(),
                done.environments(),
                done.meanings(),
                done.unfinished(),
                done.clones(),
                done.home(),
                done.failure());
        story.when(PythonSample.found(DIREWOLF, 20, running)).sees("looking").doesNotSee("not finished after 6 s");

        story.when(PythonSample.found(DIREWOLF, 21, done)).sees("home: not finished after 6 s");
    }

    @Test
    void lookingAgainIsAskedOfTheEngine() {
        story.press("R");

        assertThat(story.effects()).contains(new Effect.SurveyPython(DIREWOLF));
    }

    @Test
    void nobodyLooksWhereNobodyIsConnected() {
        Story idle = Story.givenDirewolf().press("3", "R").sees("direwolf is not connected");

        assertThat(idle.effects()).noneMatch(Effect.SurveyPython.class::isInstance);
        idle.press("Enter").sees("direwolf is not connected");
    }
}
