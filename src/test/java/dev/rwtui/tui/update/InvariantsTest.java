package dev.rwtui.tui.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Context;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Revised;
import dev.rwtui.tui.testing.Chance;
import dev.rwtui.tui.testing.Golden;
import dev.rwtui.tui.testing.Sample;
import dev.rwtui.tui.testing.Story;
import dev.rwtui.tui.view.View;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after any sequence of events. */
final class InvariantsTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSelectionExistsAndRevisionsNeverFall(int seed) {
        Chance chance = new Chance(seed);
        AppState state = Sample.empty();

        for (int i = 0; i < 200; i++) {
            Step step = Reducer.step(state, chance.event());

            selectionExists(step.state());
            revisionsDoNotFall(state, step.state());
            aQuestionIsInFrontAsLongAsOneWaits(step.state());
            theShownHostIsLookedAt(state, step);
            state = step.state();
        }
    }

    /** The promise behind drawing only on demand: nothing on the screen changes before the instant asked for. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingChangesByAgeBeforeTheWakeThatWasAskedFor(int seed) {
        Chance chance = new Chance(seed);
        Story story = Story.given(Sample.read(1, Sample.hosts()));
        for (int i = 0; i < 60; i++) {
            Event event = chance.event();
            story.when(event instanceof Event.Resized ? new Event.Resized(120, 36) : event);
            AppState state = story.state();
            Optional<Instant> wake = Wakes.next(state);
            Instant later =
                    wake.map(when -> when.minusNanos(1)).orElse(state.now().plusSeconds(3600));

            if (later.isAfter(state.now())) {
                assertThat(Golden.rows(View.draw(state.at(later)))).isEqualTo(Golden.rows(View.draw(state)));
                assertThat(Reducer.step(state, new Event.Ticked(later)).state()).isEqualTo(state);
            }
        }
    }

    private static void selectionExists(AppState state) {
        boolean anyHost = !state.facts().configuration().hosts().isEmpty();
        assertThat(state.shown().isPresent()).isEqualTo(anyHost);
        if (!state.visibleHosts().isEmpty()) {
            assertThat(state.visibleHosts().stream().map(HostSummary::alias))
                    .contains(state.screen().selected().orElseThrow());
        } else if (anyHost) {
            assertThat(state.screen().filter().isBeingTyped()).isTrue();
        }
        assertThat(state.marked().isPresent()).isEqualTo(!state.shownTunnels().isEmpty());
    }

    private static void revisionsDoNotFall(AppState before, AppState after) {
        assertThat(after.facts().configuration().revision())
                .isGreaterThanOrEqualTo(before.facts().configuration().revision());
        noneFell(before.facts().links(), after.facts().links());
        noneFell(before.facts().tunnels(), after.facts().tunnels());
    }

    private static <K, V> void noneFell(Map<K, Revised<V>> before, Map<K, Revised<V>> after) {
        assertThat(after.keySet()).containsAll(before.keySet());
        after.forEach((key, value) -> assertThat(value.revision())
                .isGreaterThanOrEqualTo(before.getOrDefault(key, new Revised<>(-1, value.value()))
                        .revision()));
    }

    private static void aQuestionIsInFrontAsLongAsOneWaits(AppState state) {
        boolean inFront = state.context() == Context.ANSWERING || state.context() == Context.HOST_KEY;
        assertThat(inFront).isEqualTo(!state.questions().isEmpty() && state.context() != Context.QUITTING);
        if (state.answerEntry().isPresent()) {
            assertThat(state.context()).isEqualTo(Context.ANSWERING);
            assertThat(state.answerEntry().get().echo()).isNotNull();
        }
    }

    private static void theShownHostIsLookedAt(AppState before, Step step) {
        boolean changed =
                !before.screen().selected().equals(step.state().screen().selected());
        assertThat(step.effects().contains(new Effect.Look(step.state().screen().selected())))
                .isEqualTo(changed);
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }
}
