package dev.rwtui.tui.model;

import java.util.ArrayList;
import java.util.List;

/** Lines of a page about a git-sync, sentences broken to its width. */
final class SyncLines {

    /** The frame and a blank on both sides. */
    private static final int FRAME = 4;

    private static final int NARROW_UNTIL = 0x1100;
    private static final int INDENT = 2;

    private final List<SyncLine> lines = new ArrayList<>();
    private final int width;

    SyncLines(Client client) {
        this.width = Math.max(20, client.columns() - FRAME);
    }

    List<SyncLine> all() {
        return lines;
    }

    /** A sentence, on as many lines as it needs; nothing for an empty one. */
    SyncLines say(SyncLine.Part part, String text) {
        return say(part, "", text);
    }

    /** @param sign what stands before it, as wide as the indent of the lines that follow */
    SyncLines say(SyncLine.Part part, String sign, String text) {
        String before = sign;
        for (String line : broken(text, width - sign.length())) {
            lines.add(new SyncLine(part, before + line));
            before = " ".repeat(sign.length());
        }
        return this;
    }

    /** A title with an empty line above. */
    SyncLines heading(String title) {
        if (!lines.isEmpty()) {
            blank();
        }
        return say(SyncLine.Part.HEADING, title);
    }

    /** One line under a title, cut by the screen where it is too long. */
    SyncLines item(SyncLine.Part part, String text) {
        lines.add(new SyncLine(part, " ".repeat(INDENT) + text));
        return this;
    }

    SyncLines blank() {
        lines.add(new SyncLine(SyncLine.Part.NOTE, ""));
        return this;
    }

    /** At spaces; a longer word inside. */
    private static List<String> broken(String text, int columns) {
        List<String> all = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.strip().split("\\s+")) {
            String rest = word;
            while (used + (used == 0 ? 0 : 1) + width(rest) > columns) {
                if (used == 0) {
                    int fits = fitting(rest, columns);
                    line.append(rest, 0, fits);
                    rest = rest.substring(fits);
                }
                all.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(used == 0 ? "" : " ").append(rest);
            used += (used == 0 ? 0 : 1) + width(rest);
        }
        if (line.length() > 0) {
            all.add(line.toString());
        }
        return all;
    }

    /** Rather too wide than too narrow: this is no canvas. */
    private static int width(String text) {
        return text.codePoints().map(SyncLines::width).sum();
    }

    private static int width(int codePoint) {
        boolean sign = codePoint >= 0x2000 && codePoint < 0x2600;
        return sign || codePoint < NARROW_UNTIL ? 1 : 2;
    }

    private static int fitting(String word, int columns) {
        int end = 0;
        int used = 0;
        while (end < word.length() && used + width(word.codePointAt(end)) <= columns) {
            used += width(word.codePointAt(end));
            end = word.offsetByCodePoints(end, 1);
        }
        return end;
    }
}
