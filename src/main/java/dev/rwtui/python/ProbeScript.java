package dev.rwtui.python;

import dev.rwtui.remote.Script;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The scripts, put together from the resources beside this class. */
final class ProbeScript {

    private ProbeScript() {}

    static Script survey(SurveyWish wish) {
        return of("base", "environment", "places", "system", "parts", "login", "home", "survey")
                .with("repository", wish.repository().orElse(""))
                .with("origins", wish.origins().isEmpty() ? "" : "wanted");
    }

    /** @param interpreter of a python that shares its prefix with others; empty otherwise */
    static Script packages(String prefix, String interpreter) {
        return of("base", "environment", "system", "packages")
                .with("prefix", prefix)
                .with("interpreter", interpreter);
    }

    private static Script of(String... resources) {
        String text = Arrays.stream(resources)
                .map(name -> Script.beside(ProbeScript.class, name + ".sh").text())
                .collect(Collectors.joining("\n"));
        return new Script(text, Map.of());
    }
}
