package dev.rwtui.python.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the pythons of one machine.
 *
 * @param begun when it was asked for
 * @param environments in the order in which a person wants to see them
 * @param unfinished the parts that have not ended, or were given up, each with why
 * @param clones repositories there with the wanted origin, absolute paths
 * @param home the directory that {@code ~} stands for there, absolute; empty until that is known
 */
public record Survey(
        Stage stage,
        Instant begun,
        List<Environment> environments,
        List<Meaning> meanings,
        List<Unfinished> unfinished,
        List<String> clones,
        Optional<String> home,
        Optional<String> failure) {

    public Survey {
        environments = List.copyOf(environments);
        meanings = List.copyOf(meanings);
        unfinished = List.copyOf(unfinished);
        clones = List.copyOf(clones);
    }

    /** How far it is. */
    public enum Stage {
        RUNNING,
        DONE,
        /** It broke off: {@link Survey#failure}; what had been found stays. */
        FAILED
    }

    /** @param part what was looked at: {@code login shell}, {@code conda}, {@code home} */
    public record Unfinished(String part, String why) {}

    /** What is not known yet, as it was before; in the old order, what is new at the end. */
    public Survey over(Survey before) {
        Map<String, Environment> all = new LinkedHashMap<>();
        before.environments().forEach(environment -> all.put(environment.key(), environment));
        environments.forEach(environment -> all.put(environment.key(), environment));
        return new Survey(
                stage,
                begun,
                List.copyOf(all.values()),
                meanings.isEmpty() ? before.meanings() : meanings,
                unfinished,
                clones.isEmpty() ? before.clones() : clones,
                home.isEmpty() ? before.home() : home,
                failure);
    }

    /** One that nobody could make. */
    public static Survey failed(Instant now, String why) {
        return new Survey(
                Stage.FAILED, now, List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.of(why));
    }

    public static Survey begun(Instant now) {
        return new Survey(
                Stage.RUNNING, now, List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }
}
