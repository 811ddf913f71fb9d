package dev.rwtui.python.remedy;

import dev.rwtui.python.model.Constraint;
import dev.rwtui.python.model.Difference;
import dev.rwtui.python.model.InstalledPackage;
import dev.rwtui.python.model.InstalledPackage.Manager;
import dev.rwtui.python.model.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What conda is to install, and from which channels. */
final class CondaWords {

    /** @param channel as conda's option takes it */
    record Word(String spec, Optional<String> channel) {}

    private final List<Word> words = new ArrayList<>();

    List<Word> words() {
        return words;
    }

    void add(String spec, Optional<String> channel) {
        words.add(new Word(spec, channel));
    }

    /**
     * Takes what conda can install: its own packages, and other versions of what it has installed, which pip would overwrite
     * behind its back.
     */
    boolean take(Difference difference) {
        Requirement wanted = difference.here().orElseThrow();
        if (wanted.constraint() instanceof Constraint.Conda asked) {
            return asked(asked.spec().text(), asked.spec().channel());
        }
        if (!(wanted.constraint() instanceof Constraint.Exact exact)) {
            return false;
        }
        if (exact.manager() == Manager.CONDA) {
            String build = exact.build().map(it -> "=" + it).orElse("");
            return named(wanted.name(), "=" + exact.version() + build, exact.channel());
        }
        Optional<InstalledPackage> byConda = difference.there().filter(one -> one.manager() == Manager.CONDA);
        boolean isOfWheelsAlone =
                exact.version().contains("+") || exact.origin().isPresent();
        return byConda.isPresent()
                && !isOfWheelsAlone
                && named(
                        byConda.get().name(),
                        "=" + exact.version(),
                        byConda.get().channel());
    }

    /** A spec as the file has it, without blanks at the end; conda reads several words in one. */
    private boolean asked(String spec, Optional<String> channel) {
        boolean sound = spec.chars().allMatch(c -> c == ' ' || Words.isValue(Character.toString(c)) || c == '-')
                && !spec.startsWith("-");
        if (sound) {
            add(spec, channel.filter(Words::isValue));
        }
        return sound;
    }

    private boolean named(String name, String rest, Optional<String> channel) {
        boolean sound = Words.isName(name)
                && Words.isValue(rest)
                && channel.map(Words::isValue).orElse(true);
        if (sound) {
            add(name + rest, channel.map(it -> it.startsWith("pkgs/") ? "defaults" : it));
        }
        return sound;
    }
}
