package dev.rwtui.app;

import dev.rwtui.tui.model.Client;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the terminal's locale can show, by locale(7): the first of three variables that is set decides. */
final class Locales {

    private Locales() {}

    static Client.Glyphs glyphs(Map<String, String> environment) {
        String locale = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("C")
                .toLowerCase(Locale.ROOT);
        return locale.contains("utf-8") || locale.contains("utf8") ? Client.Glyphs.UTF_8 : Client.Glyphs.ASCII;
    }
}
