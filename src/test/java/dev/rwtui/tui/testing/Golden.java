package dev.rwtui.tui.testing;

import static org.assertj.core.api.Assertions.fail;

import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Canvas;
import dev.rwtui.tui.canvas.Cell;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Screens as files: what the cells show between bars, then the style of each cell as a letter, then what the letters mean.
 * {@code -Dgolden.update} writes them anew, which is refused where {@code CI} is {@code true}.
 */
public final class Golden {

    private static final Path ROOT = Path.of("src/test/resources/golden");

    /** One string for each backdrop, one letter for each ink. */
    private static final List<String> LETTERS =
            List.of(".fstkgbwx-=", "NFSTKGBWX_+", "0123456789:", "acdehijlmno", "ACDEHIJLMOP");

    private Golden() {}

    /** Compares with {@code <name>@<width>x<height>.txt}. */
    public static void check(String name, Canvas canvas) {
        checkText(name + "@" + canvas.width() + "x" + canvas.height() + ".txt", print(canvas));
    }

    /** Compares with a file below the golden ones. */
    public static void checkText(String file, String actual) {
        Path path = ROOT.resolve(file);
        try {
            if (System.getProperty("golden.update") != null) {
                update(path, actual);
            } else if (!Files.exists(path)) {
                fail("no golden file " + path + "; -Dgolden.update writes it:\n" + actual);
            } else {
                compare(path, Files.readString(path), actual);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void update(Path path, String actual) throws IOException {
        if ("true".equals(System.getenv("CI"))) {
            fail("golden files are not written where CI is true");
        }
        Files.createDirectories(path.getParent());
        Files.writeString(path, actual);
    }

    private static void compare(Path path, String expected, String actual) {
        if (!expected.equals(actual)) {
            fail(path + " differs\n"
                    + sideBySide(expected.lines().toList(), actual.lines().toList()));
        }
    }

    static String sideBySide(List<String> expected, List<String> actual) {
        int width = Math.max(
                "expected".length(),
                expected.stream().mapToInt(String::length).max().orElse(0));
        StringBuilder all = new StringBuilder(String.format("  %-" + width + "s   %s%n", "expected", "actual"));
        Iterator<String> right = actual.iterator();
        for (String left : expected) {
            all.append(row(width, left, right.hasNext() ? right.next() : ""));
        }
        right.forEachRemaining(line -> all.append(row(width, "", line)));
        return all.toString();
    }

    private static String row(int width, String left, String right) {
        return String.format("%s %-" + width + "s   %s%n", left.equals(right) ? " " : "!", left, right);
    }

    /** What the cells show, row by row. */
    public static List<String> rows(Canvas canvas) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < canvas.height(); row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < canvas.width(); column++) {
                line.append(canvas.cell(column, row).text());
            }
            rows.add(line.toString());
        }
        return rows;
    }

    static String print(Canvas canvas) {
        StringBuilder all = new StringBuilder();
        rows(canvas).forEach(row -> all.append('|').append(row).append("|\n"));
        all.append("cursor ")
                .append(canvas.cursor().map(at -> at.column() + "," + at.row()).orElse("hidden"))
                .append('\n');
        Set<Style> used = new LinkedHashSet<>();
        for (int row = 0; row < canvas.height(); row++) {
            all.append('|');
            for (int column = 0; column < canvas.width(); column++) {
                Cell cell = canvas.cell(column, row);
                used.add(cell.style());
                all.append(letter(cell.style()));
            }
            all.append("|\n");
        }
        return all + legend(used);
    }

    private static char letter(Style style) {
        return LETTERS.get(List.of(Backdrop.values()).indexOf(style.backdrop()))
                .charAt(List.of(Ink.values()).indexOf(style.ink()));
    }

    private static String legend(Set<Style> used) {
        return used.stream()
                .map(style -> letter(style) + " " + (style.ink() + " on " + style.backdrop()).toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
