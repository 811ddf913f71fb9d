package dev.rwtui.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SystemBrowserTest {

    private static final String URL = "http://localhost:6006/?a=1&b=$(id)";

    @Test
    void theUsersBrowserComesFirst() throws IOException {
        RecordingPrograms programs = new RecordingPrograms(Set.of("firefox", "xdg-open"), Set.of());

        new SystemBrowser(Map.of("BROWSER", "missing:firefox"), programs).open(URL);

        assertThat(programs.started).containsExactly("firefox|" + URL);
    }

    @Test
    void theAddressIsOneWordWhereTheCommandPlacesIt() throws IOException {
        RecordingPrograms programs = new RecordingPrograms(Set.of("w3m"), Set.of());

        new SystemBrowser(Map.of("BROWSER", "w3m  -o x=1 %s -T"), programs).open(URL);

        assertThat(programs.started).containsExactly("w3m|-o|x=1|" + URL + "|-T");
    }

    @Test
    void anotherIsTriedWhereOneFails() throws IOException {
        RecordingPrograms programs = new RecordingPrograms(Set.of("firefox", "xdg-open"), Set.of("firefox " + URL));

        new SystemBrowser(Map.of("BROWSER", "firefox"), programs).open(URL);

        assertThat(programs.started).containsExactly("firefox|" + URL, "xdg-open|" + URL);
    }

    @Test
    void withoutAnyTheAddressIsSaid() {
        RecordingPrograms programs = new RecordingPrograms(Set.of(), Set.of());

        assertThatThrownBy(() -> new SystemBrowser(Map.of(), programs).open(URL))
                .isInstanceOf(IOException.class)
                .hasMessage("found none of $BROWSER, xdg-open, open; the address is " + URL);
    }

    @Test
    void whyEachFailedIsSaid() {
        RecordingPrograms programs = new RecordingPrograms(Set.of("xdg-open"), Set.of("xdg-open " + URL));

        assertThatThrownBy(() -> new SystemBrowser(Map.of(), programs).open(URL))
                .hasMessage("xdg-open: exit status 1; the address is " + URL);
    }
}
