package dev.rwtui.python;

import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.python.model.Meaning;
import dev.rwtui.python.model.Ranking;
import dev.rwtui.python.model.Survey;
import dev.rwtui.python.model.Survey.Stage;
import dev.rwtui.python.model.Survey.Unfinished;
import dev.rwtui.remote.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a survey of what the script says, frame by frame. For one thread. */
final class SurveyReading {

    private static final String UNDER_WAY = "under way";

    private final SurveyWish wish;
    private final Instant begun;
    private final Map<String, Found> environments = new LinkedHashMap<>();
    private final Map<String, Meaning> meanings = new LinkedHashMap<>();
    private final Set<Kernel> kernels = new LinkedHashSet<>();
    private final Set<String> clones = new LinkedHashSet<>();
    private final Set<String> underWay = new LinkedHashSet<>();
    private final Map<String, String> givenUp = new LinkedHashMap<>();
    private final Set<String> repository = new LinkedHashSet<>();
    private String home = "";

    SurveyReading(SurveyWish wish, Instant begun) {
        this.wish = wish;
        this.begun = begun;
        wish.repository().ifPresent(repository::add);
    }

    /** Takes one frame in; tells whether there is something new to show. */
    boolean hear(Frame said) {
        Frame frame = Frames.read(said);
        switch (frame.kind()) {
            case "env" -> take(Found.of(frame, home));
            case "meaning" -> take(meaning(frame));
            case "kernel" -> Kernel.of(frame).ifPresent(kernels::add);
            case "clone" -> takeClone(frame);
            case "part-begin" -> underWay.add(frame.field(0));
            case "part-end" -> underWay.remove(frame.field(0));
            case "part-late" -> givenUp.put(frame.field(0), frame.field(1));
            case "home" -> home = frame.field(0);
            case "repository" -> repository.addAll(frame.fields());
            default -> {
                return false;
            }
        }
        return true;
    }

    Survey soFar() {
        return survey(Stage.RUNNING, UNDER_WAY, Optional.empty());
    }

    /** @param why what has not ended has not */
    Survey done(String why) {
        return survey(Stage.DONE, why, Optional.empty());
    }

    Survey failed(String why) {
        return survey(Stage.FAILED, why, Optional.of(why));
    }

    private void take(Found found) {
        environments.merge(found.key(), found, (old, more) -> more.betterThan(old) ? more : old);
    }

    private void take(Meaning meaning) {
        meanings.put(meaning.shell() + meaning.word(), meaning);
    }

    private void takeClone(Frame frame) {
        if (wish.wants(frame.field(1))) {
            clones.add(frame.field(0));
        }
    }

    private static Meaning meaning(Frame frame) {
        Meaning.Shell shell = frame.field(0).equals("login") ? Meaning.Shell.LOGIN : Meaning.Shell.BARE;
        String answer = frame.field(2);
        return new Meaning(shell, frame.field(1), answer.isEmpty() ? Optional.empty() : Optional.of(answer));
    }

    private Survey survey(Stage stage, String why, Optional<String> failure) {
        List<Unfinished> unfinished = new ArrayList<>();
        givenUp.forEach((part, reason) -> unfinished.add(new Unfinished(part, reason)));
        underWay.stream()
                .filter(part -> !givenUp.containsKey(part))
                .forEach(part -> unfinished.add(new Unfinished(part, why)));
        return new Survey(
                stage,
                begun,
                new Ranking(repository).ranked(environments(stage)),
                List.copyOf(meanings.values()),
                unfinished,
                List.copyOf(clones),
                home.startsWith("/") ? Optional.of(home) : Optional.empty(),
                failure);
    }

    private List<Environment> environments(Stage stage) {
        List<Found> all = withoutOthers();
        Map<String, Long> names =
                all.stream().filter(Found::isConda).collect(Collectors.groupingBy(Found::name, Collectors.counting()));
        KernelIndex index = new KernelIndex(kernels);
        List<Environment> list = new ArrayList<>();
        for (Found found : all) {
            list.add(found.environment(index.namesOf(found), names.getOrDefault(found.name(), 0L) <= 1));
        }
        if (stage != Stage.RUNNING) {
            list.addAll(knownFromKernels(index));
        }
        return list;
    }

    /** A python that was looked at for a kernel's sake may be one of the system's. */
    private List<Found> withoutOthers() {
        Set<String> known = environments.values().stream()
                .filter(found -> found.kind() != EnvironmentKind.KERNEL)
                .map(Found::real)
                .collect(Collectors.toSet());
        return environments.values().stream()
                .filter(found -> found.kind() != EnvironmentKind.KERNEL || !known.contains(found.real()))
                .toList();
    }

    /** Only once nothing more comes that might be the environment of theirs. */
    private List<Environment> knownFromKernels(KernelIndex index) {
        Set<Kernel> placed = environments.values().stream()
                .flatMap(found -> index.of(found).stream())
                .collect(Collectors.toSet());
        Map<String, List<Kernel>> orphans = kernels.stream()
                .filter(kernel -> kernel.program().startsWith("/"))
                .filter(kernel -> !placed.contains(kernel))
                .collect(Collectors.groupingBy(Kernel::program, LinkedHashMap::new, Collectors.toList()));
        List<Environment> list = new ArrayList<>();
        orphans.forEach((program, of) -> list.add(orphan(program, of)));
        return list;
    }

    private Environment orphan(String program, List<Kernel> of) {
        String prefix = Found.parent(Found.parent(program));
        boolean there = of.get(0).there();
        Found found = new Found(
                EnvironmentKind.KERNEL,
                prefix,
                prefix,
                "",
                program,
                "",
                0,
                0,
                there ? "" : "gone",
                program,
                List.of(),
                "",
                "",
                program,
                home);
        return found.environment(KernelIndex.names(of), true);
    }
}
