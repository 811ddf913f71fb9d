package dev.rwtui.python.model;

import java.util.Arrays;
import java.util.List;

/** Texts with {@code *}. */
final class Globs {

    private Globs() {}

    static boolean match(String glob, String text) {
        List<String> pieces = Arrays.asList(glob.split("\\*+", -1));
        if (pieces.size() == 1) {
            return glob.equals(text);
        }
        String last = pieces.get(pieces.size() - 1);
        if (!text.startsWith(pieces.get(0)) || text.length() < pieces.get(0).length() + last.length()) {
            return false;
        }
        int at = pieces.get(0).length();
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            int found = text.indexOf(piece, at);
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
        }
        return text.endsWith(last) && text.length() - last.length() >= at;
    }
}
