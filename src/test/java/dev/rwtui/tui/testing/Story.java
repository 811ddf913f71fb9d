package dev.rwtui.tui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.tui.canvas.Canvas;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Key;
import dev.rwtui.tui.update.Reducer;
import dev.rwtui.tui.update.Step;
import dev.rwtui.tui.view.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Events one after the other, and what came of the last of them. */
public final class Story {

    private AppState state;
    private List<Effect> effects = List.of();

    private Story(AppState state) {
        this.state = state;
    }

    public static Story given(Event... events) {
        return of(Sample.empty()).when(events);
    }

    public static Story of(AppState state) {
        return new Story(state);
    }

    /** The four hosts of {@link Sample}. */
    public static Story givenHosts() {
        return given(Sample.read(1, Sample.hosts()));
    }

    /** The same with direwolf, which has two forwards, selected. */
    public static Story givenDirewolf() {
        return givenHosts().press("Down");
    }

    public Story when(Event... events) {
        List<Effect> all = new ArrayList<>();
        for (Event event : events) {
            Step step = Reducer.step(state, event);
            state = step.state();
            all.addAll(step.effects());
        }
        effects = all;
        return this;
    }

    public Story press(String... keys) {
        return when(Arrays.stream(keys)
                .map(key -> new Event.KeyPressed(new Key(key)))
                .toArray(Event[]::new));
    }

    public Story type(String text) {
        return press(text.codePoints().mapToObj(Character::toString).toArray(String[]::new));
    }

    public Story after(Duration time) {
        return tick(Sample.NOW.plus(time));
    }

    public Story tick(Instant now) {
        return when(new Event.Ticked(now));
    }

    public Story resized(int columns, int rows) {
        return when(new Event.Resized(columns, rows));
    }

    public AppState state() {
        return state;
    }

    /** Of the last step, without wishes to be woken. */
    public List<Effect> effects() {
        return effects.stream()
                .filter(effect -> !(effect instanceof Effect.WakeAt))
                .toList();
    }

    public List<Instant> wakes() {
        return effects.stream()
                .filter(Effect.WakeAt.class::isInstance)
                .map(effect -> ((Effect.WakeAt) effect).when())
                .toList();
    }

    public Story asks(Effect... expected) {
        assertThat(effects()).containsExactly(expected);
        return this;
    }

    public Story sees(String... texts) {
        assertThat(screen()).contains(texts);
        return this;
    }

    public Story doesNotSee(String... texts) {
        assertThat(screen()).doesNotContain(texts);
        return this;
    }

    public String screen() {
        Canvas canvas = View.draw(state);
        return String.join("\n", Golden.rows(canvas));
    }
}
