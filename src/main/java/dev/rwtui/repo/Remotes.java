package dev.rwtui.repo;

import dev.rwtui.repo.model.Remote;
import dev.rwtui.settings.ConfigEntry;
import dev.rwtui.settings.ConfigException;
import dev.rwtui.settings.GitConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The remotes of a configuration; git-config(1), {@code remote.<name>.url} and {@code url.<base>.insteadOf}. Those of old in
 * {@code .git/remotes} and {@code .git/branches} are not read.
 */
final class Remotes {

    private static final String FIRST = "origin";

    private Remotes() {}

    /** {@code origin} first, the others as they are configured; of several URLs the one that git fetches from. */
    static List<Remote> of(GitConfig config) throws ConfigException {
        Map<String, String> urls = new LinkedHashMap<>();
        for (ConfigEntry entry : config.entries()) {
            Optional<String> name = entry.subsectionOf("remote");
            if (name.isPresent() && entry.name().equals("url")) {
                urls.putIfAbsent(name.get(), entry.text());
            }
        }
        List<Remote> remotes = new ArrayList<>();
        for (Map.Entry<String, String> one : urls.entrySet()) {
            Remote remote = new Remote(one.getKey(), replaced(one.getValue(), config));
            remotes.add(one.getKey().equals(FIRST) ? 0 : remotes.size(), remote);
        }
        return remotes;
    }

    /** The longest beginning that has a replacement counts; of equal ones the first. */
    private static String replaced(String url, GitConfig config) throws ConfigException {
        String beginning = "";
        String base = "";
        for (ConfigEntry entry : config.entries()) {
            Optional<String> replacement = entry.subsectionOf("url");
            if (replacement.isPresent() && entry.name().equals("insteadof")) {
                String replaced = entry.text();
                if (url.startsWith(replaced) && replaced.length() > beginning.length()) {
                    beginning = replaced;
                    base = replacement.get();
                }
            }
        }
        return base + url.substring(beginning.length());
    }
}
