package dev.rwtui.python.remedy;

import dev.rwtui.python.model.CondaNames;
import dev.rwtui.python.model.Constraint;
import dev.rwtui.python.model.Difference;
import dev.rwtui.python.model.InstalledPackage.Manager;
import dev.rwtui.python.model.Requirement;
import dev.rwtui.python.model.Specifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What pip is to install, by the index beside the usual one that has it; the empty address is the usual one alone. */
final class PipWords {

    /** PyTorch's own index has its wheels for each accelerator, the usual index for one alone. */
    private static final Set<String> OF_PYTORCH = Set.of("torch", "torchvision", "torchaudio", "torchtext", "xformers");

    private static final Pattern ACCELERATOR = Pattern.compile(".*\\+(cu\\d+|cpu|rocm[\\d.]+|xpu)");

    private final Map<String, List<String>> byIndex = new TreeMap<>();

    Map<String, List<String>> byIndex() {
        return byIndex;
    }

    boolean isEmpty() {
        return byIndex.isEmpty();
    }

    boolean take(Difference difference) {
        Requirement wanted = difference.here().orElseThrow();
        String name = wanted.manager() == Manager.CONDA
                ? CondaNames.key(wanted.name(), Manager.CONDA).value()
                : wanted.name();
        Optional<String> word = Words.isName(name) ? word(name, wanted.constraint()) : Optional.empty();
        word.ifPresent(it -> byIndex.computeIfAbsent(index(name, it), key -> new ArrayList<>())
                .add(it));
        return word.isPresent();
    }

    private static Optional<String> word(String name, Constraint constraint) {
        if (constraint instanceof Constraint.Exact exact) {
            return exact.origin().isPresent()
                    ? address(name, exact.origin().get())
                    : Optional.of(name + "==" + exact.version()).filter(Words::isValue);
        }
        if (constraint instanceof Constraint.Url url) {
            return address(name, url.url());
        }
        if (constraint instanceof Constraint.Pep440 versions) {
            return versions.forPip().map(it -> name + it).filter(Words::isValue);
        }
        return ofConda(constraint.words()).map(it -> name + it).filter(Words::isValue);
    }

    /** A directory is on another machine. */
    private static Optional<String> address(String name, String url) {
        boolean isRemote = url.contains("://") && !url.startsWith("file:") && Words.isValue(url);
        return isRemote ? Optional.of(name + " @ " + url) : Optional.empty();
    }

    /** conda's {@code =1.21} is {@code ==1.21.*} to pip; builds and alternatives have no words there. */
    private static Optional<String> ofConda(String words) {
        String bare = words.replace(" ", "");
        String meant = bare.matches("=[^=*,|]+") ? "=" + bare + ".*" : bare;
        return Specifiers.parse(meant).map(specifiers -> meant);
    }

    private static String index(String name, String word) {
        Matcher m = ACCELERATOR.matcher(word);
        return OF_PYTORCH.contains(name) && m.matches() ? "https://download.pytorch.org/whl/" + m.group(1) : "";
    }
}
