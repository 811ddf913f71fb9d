package dev.rwtui.python.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the versions of a match spec. */
final class CondaVersionsReader {

    private static final int DEEPEST = 32;

    private final String text;
    private int at;
    private int depth;

    private CondaVersionsReader(String text) {
        this.text = text;
    }

    static Optional<CondaVersions> read(String text) {
        return new CondaVersionsReader(text.replaceAll("\\s+", "")).whole();
    }

    private Optional<CondaVersions> whole() {
        return or().filter(all -> at == text.length());
    }

    private Optional<CondaVersions> or() {
        List<CondaVersions> parts = new ArrayList<>();
        do {
            Optional<CondaVersions> part = and();
            if (part.isEmpty()) {
                return part;
            }
            parts.add(part.get());
        } while (takes('|'));
        return Optional.of(parts.size() == 1 ? parts.get(0) : new CondaVersions.Any(parts));
    }

    private Optional<CondaVersions> and() {
        List<CondaVersions> parts = new ArrayList<>();
        do {
            Optional<CondaVersions> part = takes('(') ? bracketed() : relation();
            if (part.isEmpty()) {
                return part;
            }
            parts.add(part.get());
        } while (takes(','));
        return Optional.of(parts.size() == 1 ? parts.get(0) : new CondaVersions.All(parts));
    }

    private Optional<CondaVersions> bracketed() {
        if (++depth > DEEPEST) {
            return Optional.empty();
        }
        Optional<CondaVersions> inner = or();
        depth--;
        return takes(')') ? inner : Optional.empty();
    }

    private Optional<CondaVersions> relation() {
        int begin = at;
        while (at < text.length() && ",|()".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return CondaVersions.Relation.parse(text.substring(begin, at));
    }

    private boolean takes(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }
}
