package dev.rwtui.tui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.tui.canvas.Canvas;
import dev.rwtui.tui.canvas.Hostile;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Client;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.testing.Chance;
import dev.rwtui.tui.testing.Sample;
import dev.rwtui.tui.testing.Story;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AnyStateTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rendersAtAnySize(int seed) {
        Chance chance = new Chance(seed);
        Client.Glyphs glyphs = seed % 2 == 0 ? Client.Glyphs.UTF_8 : Client.Glyphs.ASCII;
        Story story = Story.of(AppState.initial(new Client(
                80,
                24,
                glyphs,
                "~/.ssh/config",
                Sample.NOW,
                ZoneOffset.UTC,
                "/home/anthonyhu/code/vision",
                Optional.of("demo"))));

        for (int i = 0; i < 80; i++) {
            story.when(chance.event(), new Event.Resized(1 + chance.below(200), 1 + chance.below(60)));
            Canvas canvas = View.draw(story.state());

            Hostile.assertConsistent(canvas);
            assertThat(canvas.width()).isEqualTo(story.state().client().columns());
            assertThat(canvas.height()).isEqualTo(story.state().client().rows());
        }
    }

    @ParameterizedTest(name = "{0}x{0}")
    @MethodSource("tiny")
    void tellsWhatItNeedsWhereItCan(int size) {
        Canvas canvas = View.draw(Story.givenHosts().resized(size, size).state());

        Hostile.assertConsistent(canvas);
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    static IntStream tiny() {
        return IntStream.range(-1, 6);
    }
}
