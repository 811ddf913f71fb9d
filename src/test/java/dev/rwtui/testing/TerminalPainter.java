package dev.rwtui.testing;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws what {@code tmux capture-pane -e -p -N} says: text with SGR sequences, one line per row. */
public final class TerminalPainter {

    private static final Font PLAIN = new Font("DejaVu Sans Mono", Font.PLAIN, 15);
    private static final Font BOLD = PLAIN.deriveFont(Font.BOLD);
    private static final Color PAPER = new Color(0x16191d);
    private static final Color TEXT = new Color(0xd6d9dc);
    private static final int MARGIN = 10;
    private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[([0-9;]*)m|\u001b[()].|[\u000e\u000f]");
    private static final int[] BASIC = {
        0x000000, 0xcd3131, 0x0dbc79, 0xe5e510, 0x2472c8, 0xbc3fbc, 0x11a8cd, 0xe5e5e5,
        0x666666, 0xf14c4c, 0x23d18b, 0xf5f543, 0x3b8eea, 0xd670d6, 0x29b8db, 0xffffff
    };

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final int cellWidth;
    private final int cellHeight;
    private final int ascent;
    private Pen pen = Pen.NORMAL;

    private record Pen(Color text, Color paper, Weight weight, boolean reversed, boolean underlined) {
        static final Pen NORMAL = new Pen(TEXT, PAPER, Weight.NORMAL, false, false);

        enum Weight {
            NORMAL,
            BOLD,
            DIM
        }

        Pen text(Color newText) {
            return new Pen(newText, paper, weight, reversed, underlined);
        }

        Pen paper(Color newPaper) {
            return new Pen(text, newPaper, weight, reversed, underlined);
        }

        Pen weight(Weight newWeight) {
            return new Pen(text, paper, newWeight, reversed, underlined);
        }
    }

    private TerminalPainter(int columns, int rows) {
        BufferedImage probe = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        FontMetrics metrics = probe.createGraphics().getFontMetrics(PLAIN);
        cellWidth = metrics.charWidth('M');
        cellHeight = metrics.getHeight() + 1;
        ascent = metrics.getAscent();
        image = new BufferedImage(
                columns * cellWidth + 2 * MARGIN, rows * cellHeight + 2 * MARGIN, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    /** The picture of a captured pane of that size. */
    public static BufferedImage paint(String captured, int columns, int rows) {
        TerminalPainter painter = new TerminalPainter(columns, rows);
        List<String> lines = captured.lines().toList();
        for (int row = 0; row < Math.min(rows, lines.size()); row++) {
            painter.line(lines.get(row), row);
        }
        return painter.image;
    }

    private void line(String line, int row) {
        Matcher sequence = SEQUENCE.matcher(line);
        int column = 0;
        int from = 0;
        while (sequence.find()) {
            column = text(line.substring(from, sequence.start()), column, row);
            if (sequence.group(1) != null) {
                attributes(sequence.group(1));
            }
            from = sequence.end();
        }
        text(line.substring(from), column, row);
    }

    private int text(String text, int column, int row) {
        int at = column;
        for (int c : text.codePoints().toArray()) {
            int width = isWide(c) ? 2 : 1;
            cell(c, width, at, row);
            at += width;
        }
        return at;
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0x1f300 && c <= 0x1faff);
    }

    private void cell(int c, int width, int column, int row) {
        int x = MARGIN + column * cellWidth;
        int y = MARGIN + row * cellHeight;
        graphics.setColor(pen.reversed() ? pen.text() : pen.paper());
        graphics.fillRect(x, y, width * cellWidth, cellHeight);
        graphics.setColor(ink());
        if (!box(c, x, y)) {
            graphics.setFont(pen.weight() == Pen.Weight.BOLD ? BOLD : PLAIN);
            graphics.drawString(Character.toString(c), x, y + ascent);
        }
        if (pen.underlined()) {
            graphics.fillRect(x, y + ascent + 2, width * cellWidth, 1);
        }
    }

    private Color ink() {
        Color full = pen.reversed() ? pen.paper() : pen.text();
        return pen.weight() == Pen.Weight.DIM
                ? new Color(
                        (full.getRed() + PAPER.getRed()) / 2,
                        (full.getGreen() + PAPER.getGreen()) / 2,
                        (full.getBlue() + PAPER.getBlue()) / 2)
                : full;
    }

    /** Lines from edge to edge, so that they join; whether it was one. */
    private boolean box(int c, int x, int y) {
        // Left, right, up, down.
        String arms = switch (c) {
            case '─' -> "lr";
            case '│' -> "ud";
            case '┌' -> "rd";
            case '┐' -> "ld";
            case '└' -> "ru";
            case '┘' -> "lu";
            case '├' -> "rud";
            case '┤' -> "lud";
            case '┬' -> "lrd";
            case '┴' -> "lru";
            case '┼' -> "lrud";
            default -> "";
        };
        int middle = x + cellWidth / 2;
        int centre = y + cellHeight / 2;
        if (arms.contains("l")) {
            graphics.fillRect(x, centre, middle - x + 1, 1);
        }
        if (arms.contains("r")) {
            graphics.fillRect(middle, centre, x + cellWidth - middle, 1);
        }
        if (arms.contains("u")) {
            graphics.fillRect(middle, y, 1, centre - y + 1);
        }
        if (arms.contains("d")) {
            graphics.fillRect(middle, centre, 1, y + cellHeight - centre);
        }
        return !arms.isEmpty();
    }

    private void attributes(String parameters) {
        String[] parts = parameters.isEmpty() ? new String[] {"0"} : parameters.split(";", -1);
        for (int i = 0; i < parts.length; i++) {
            int code = parts[i].isEmpty() ? 0 : Integer.parseInt(parts[i]);
            if (code == 38 || code == 48) {
                boolean indexed = parts[i + 1].equals("5");
                Color colour = indexed
                        ? indexed(Integer.parseInt(parts[i + 2]))
                        : new Color(
                                Integer.parseInt(parts[i + 2]),
                                Integer.parseInt(parts[i + 3]),
                                Integer.parseInt(parts[i + 4]));
                pen = code == 38 ? pen.text(colour) : pen.paper(colour);
                i += indexed ? 2 : 4;
            } else {
                pen = simple(pen, code);
            }
        }
    }

    private static Pen simple(Pen pen, int code) {
        return switch (code) {
            case 0 -> Pen.NORMAL;
            case 1 -> pen.weight(Pen.Weight.BOLD);
            case 2 -> pen.weight(Pen.Weight.DIM);
            case 22 -> pen.weight(Pen.Weight.NORMAL);
            case 4 -> new Pen(pen.text(), pen.paper(), pen.weight(), pen.reversed(), true);
            case 24 -> new Pen(pen.text(), pen.paper(), pen.weight(), pen.reversed(), false);
            case 7 -> new Pen(pen.text(), pen.paper(), pen.weight(), true, pen.underlined());
            case 27 -> new Pen(pen.text(), pen.paper(), pen.weight(), false, pen.underlined());
            case 39 -> pen.text(TEXT);
            case 49 -> pen.paper(PAPER);
            default -> basic(pen, code);
        };
    }

    private static Pen basic(Pen pen, int code) {
        if (code >= 30 && code <= 37) {
            return pen.text(new Color(BASIC[code - 30]));
        }
        if (code >= 90 && code <= 97) {
            return pen.text(new Color(BASIC[code - 82]));
        }
        return code >= 40 && code <= 47 ? pen.paper(new Color(BASIC[code - 40])) : pen;
    }

    private static Color indexed(int index) {
        if (index < 16) {
            return new Color(BASIC[index]);
        }
        if (index >= 232) {
            int grey = 8 + (index - 232) * 10;
            return new Color(grey, grey, grey);
        }
        int cube = index - 16;
        return new Color(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
    }

    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }
}
