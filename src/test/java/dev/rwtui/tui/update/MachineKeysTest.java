package dev.rwtui.tui.update;

import static dev.rwtui.tui.testing.Sample.DIREWOLF;
import static dev.rwtui.tui.testing.Sample.GPU07;
import static dev.rwtui.tui.testing.Sample.link;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.facts.model.GpuReport;
import dev.rwtui.facts.model.Scheduler;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.testing.MachineSample;
import dev.rwtui.tui.testing.Sample;
import dev.rwtui.tui.testing.Story;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is shown of machines, and asked of them. */
final class MachineKeysTest {

    private final Story story = Story.givenDirewolf().when(link(DIREWOLF, 1, Sample.up()));

    @Test
    void aMachineIsWatchedWhileItFillsTheScreen() {
        story.press("f").sees("Asking direwolf");
        assertThat(story.effects()).contains(new Effect.WatchMachine(Optional.of(DIREWOLF)));

        story.when(MachineSample.asked(DIREWOLF, 2, MachineSample.facts()))
                .sees("2 of 4 GPUs free", "alice python train.py (pid 4242)", "CUDA 12.4", "load 12.5 on 64 CPUs");
        story.press("Esc");
        assertThat(story.effects()).contains(new Effect.WatchMachine(Optional.empty()));
    }

    @Test
    void theLastRowIsReachedBelowABannerAsWell() {
        story.when(new Event.ConfigurationRead(
                        9, List.of(), List.of(Sample.hosts().get(1)), List.of("config:3: bad line"), List.of()))
                .when(MachineSample.asked(DIREWOLF, 2, MachineSample.facts()))
                .resized(60, 20)
                .press("f")
                .doesNotSee("not finished after 2 s")
                .press("End")
                .sees("config:3: bad line", "not finished after 2 s")
                .doesNotSee("more");
    }

    @Test
    void theListOfHostsSaysHowManyAreFree() {
        story.when(MachineSample.asked(DIREWOLF, 2, MachineSample.facts())).sees("2 of 4 GPUs free · ");
        story.when(link(DIREWOLF, 3, new dev.rwtui.ssh.model.Link.Idle())).doesNotSee("GPUs free");
    }

    @Test
    void anAnswerThatAgesSaysSo() {
        story.when(MachineSample.asked(DIREWOLF, 2, MachineSample.facts()))
                .sees("180 of 503 GiB available")
                .doesNotSee(" ago\u2502");

        story.tick(Sample.NOW.plus(Duration.ofMinutes(5))).sees("GiB available, 5m ago");
    }

    @Test
    void theLastGoodAnswerStaysBesideAFailure() {
        story.when(MachineSample.failed(DIREWOLF, 2, Optional.of(MachineSample.facts()), "it told nothing within 6 s"))
                .press("f")
                .sees("it told nothing within 6 s", "2 of 4 GPUs free");
    }

    @Test
    void aMachineThatNobodyHasAskedCannotBeShown() {
        Story.givenDirewolf().press("f").sees("direwolf is not connected: Enter on it connects");
        Story.givenDirewolf()
                .when(MachineSample.asked(DIREWOLF, 2, MachineSample.facts()))
                .press("f")
                .sees("2 of 4 GPUs free");
        Story.givenDirewolf().press("F").sees("No host is connected");
        story.press("F").sees("No connected host has a free GPU", "Nothing is known of direwolf");
        story.when(MachineSample.failed(DIREWOLF, 2, Optional.empty(), "it told nothing within 6 s"))
                .sees("direwolf: it told nothing within 6 s")
                .doesNotSee("Nothing is known");
    }

    @Test
    void aMachineIsScrolledToItsEnd() {
        Story small = Story.givenDirewolf()
                .when(MachineSample.asked(DIREWOLF, 2, MachineSample.facts()))
                .resized(60, 20)
                .press("f");

        small.sees("↓ more").press("End").doesNotSee("↓ more").press("Home").sees("↓ more");
        small.press("Esc", "F", "End").sees("No host is connected");
    }

    @Test
    void freeGpusAreLookedForOnHostsThatAreConnected() {
        GpuReport one = new GpuReport.Gpus(List.of(MachineSample.gpu(0, 0, 0)), Optional.empty(), Optional.empty());
        story.when(
                        link(GPU07, 5, Sample.up()),
                        MachineSample.asked(GPU07, 6, MachineSample.facts(one, new Scheduler.None())),
                        MachineSample.asked(DIREWOLF, 7, MachineSample.facts()))
                .press(":")
                .type("free-gpu 2")
                .press("Enter")
                .sees("Hosts with 2 free GPUs or more", "direwolf  2 of 4 GPUs free")
                .doesNotSee("gpu07  1 of 1");
        assertThat(story.effects()).contains(new Effect.AskMachines());

        story.press("Esc", "F").sees("gpu07  1 of 1 GPU free");
        story.press("Esc", ":")
                .type("free-gpu many")
                .sees("NUMBER")
                .press("Enter")
                .sees("free-gpu takes how many");
        story.press("Esc").doesNotSee("free-gpu takes");
        story.press("f", "Esc", ":", "Esc");
        story.when(new Event.Copied(Sample.NOW, "/usr", "tmux buffer"))
                .press(":", "Esc")
                .sees("copied /usr");
    }
}
