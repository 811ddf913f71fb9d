package dev.rwtui.platform;

import dev.rwtui.tui.effect.Browser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user's browser: {@code $BROWSER}, then the desktop's own way to open things. */
public final class SystemBrowser implements Browser {

    private final Map<String, String> environment;
    private final Programs programs;

    public SystemBrowser(Map<String, String> environment) {
        this(environment, new Programs(environment));
    }

    SystemBrowser(Map<String, String> environment, Programs programs) {
        this.environment = Map.copyOf(environment);
        this.programs = programs;
    }

    @Override
    public void open(String url) throws IOException {
        List<List<String>> ways = ways(url);
        if (ways.isEmpty()) {
            throw new IOException("found none of $BROWSER, xdg-open, open; the address is " + url);
        }
        List<String> reasons = new ArrayList<>();
        for (List<String> way : ways) {
            Optional<String> fault = programs.start(way);
            if (fault.isEmpty()) {
                return;
            }
            reasons.add(way.get(0) + ": " + fault.get());
        }
        throw new IOException(String.join("; ", reasons) + "; the address is " + url);
    }

    /** {@code $BROWSER} is a list of commands separated by colons, where {@code %s} stands for the address. */
    private List<List<String>> ways(String url) {
        List<List<String>> ways = new ArrayList<>();
        for (String command : environment.getOrDefault("BROWSER", "").split(":")) {
            List<String> words = new ArrayList<>(List.of(command.strip().split("\\s+")));
            boolean placed = words.contains("%s");
            words.replaceAll(word -> word.equals("%s") ? url : word);
            if (!placed) {
                words.add(url);
            }
            if (programs.has(words.get(0))) {
                ways.add(words);
            }
        }
        for (String opener : List.of("xdg-open", "open")) {
            if (programs.has(opener)) {
                ways.add(List.of(opener, url));
            }
        }
        return ways;
    }
}
