package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.tui.model.Client.Glyphs;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LocalesTest {

    @Test
    void theFirstVariableThatIsSetDecides() {
        assertThat(Locales.glyphs(Map.of("LC_ALL", "C", "LANG", "en_GB.UTF-8"))).isEqualTo(Glyphs.ASCII);
        assertThat(Locales.glyphs(Map.of("LC_ALL", "", "LC_CTYPE", "C.utf8", "LANG", "C")))
                .isEqualTo(Glyphs.UTF_8);
        assertThat(Locales.glyphs(Map.of("LANG", "de_DE.UTF-8"))).isEqualTo(Glyphs.UTF_8);
    }

    @Test
    void nothingSetIsTheCLocale() {
        assertThat(Locales.glyphs(Map.of())).isEqualTo(Glyphs.ASCII);
    }
}
