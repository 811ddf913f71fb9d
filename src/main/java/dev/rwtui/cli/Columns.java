package dev.rwtui.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of columns, each as wide as its widest entry; the last one is not padded. */
final class Columns {

    private static final int BETWEEN = 2;

    private Columns() {}

    /** @param rows all of the same length */
    static List<String> lines(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String entry = Plain.text(row.get(i));
                line.append(entry).append(" ".repeat(width(rows, i) - entry.length() + BETWEEN));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream()
                .mapToInt(row -> Plain.text(row.get(column)).length())
                .max()
                .orElse(0);
    }
}
