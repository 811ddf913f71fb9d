package dev.rwtui.facts;

import dev.rwtui.facts.model.Disk;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What df(1) prints of one directory, and the lines of {@code /proc/mounts}. */
final class DiskTables {

    private static final String NUMBERS = "\\s+(?<size>\\d{1,18}|-)\\s+(?<used>-?\\d{1,18}|-)\\s+(?<free>-?\\d{1,18}|-)"
            + "\\s+(?:\\d+%|-)\\s+(?<mount>/.*)";
    private static final Pattern PLAIN = Pattern.compile("(?<device>.+?)" + NUMBERS);
    private static final Pattern TYPED = Pattern.compile("(?<device>.+?)\\s+(?<type>\\S+)" + NUMBERS);
    private static final Pattern MAC_INODES =
            Pattern.compile(".*\\s(?<used>\\d{1,18})\\s+(?<free>\\d{1,18})\\s+\\d+%\\s+/.*");

    /** Two paths and some numbers; the patterns take the square of it where somebody wants them to. */
    private static final int LONGEST = 9000;

    private DiskTables() {}

    /** A file system, in bytes. */
    record Row(String device, Optional<String> type, long size, long used, long available, String mountPoint) {}

    /** {@code df -kPT} or {@code df -kP}; a long name may have a line of its own. */
    static Optional<Row> row(String df) {
        return matcher(df)
                .map(m -> new Row(
                        m.group("device"),
                        m.pattern() == TYPED ? Optional.of(m.group("type")) : Optional.empty(),
                        kib(m.group("size")),
                        kib(m.group("used")),
                        kib(m.group("free")),
                        m.group("mount")));
    }

    /** {@code df -iP}, or {@code df -ki} of macOS; none where the file system has no fixed number. */
    static Optional<Disk.Inodes> inodes(String df) {
        if (df.contains("iused")) {
            Matcher m = MAC_INODES.matcher(body(df));
            return m.matches()
                    ? Optional.of(
                            new Disk.Inodes(number(m.group("used")), number(m.group("used")) + number(m.group("free"))))
                    : Optional.empty();
        }
        return matcher(df)
                .map(m -> new Disk.Inodes(number(m.group("used")), number(m.group("size"))))
                .filter(inodes -> inodes.total() > 0);
    }

    private static Optional<Matcher> matcher(String df) {
        boolean typed = df.lines().anyMatch(line -> line.startsWith("Filesystem") && line.contains(" Type "));
        Matcher m = (typed ? TYPED : PLAIN).matcher(body(df));
        return m.matches() ? Optional.of(m) : Optional.empty();
    }

    /** Without the heading and what was complained of before it, on one line. */
    private static String body(String df) {
        int heading = df.indexOf("Filesystem");
        int end = heading < 0 ? -1 : df.indexOf('\n', heading);
        String body = end < 0 ? "" : df.substring(end + 1).strip().replace('\n', ' ');
        return body.length() > LONGEST ? "" : body;
    }

    private static long kib(String count) {
        return Numbers.bytes(number(count), 1024);
    }

    private static long number(String count) {
        return Numbers.whole(count).orElse(0L);
    }

    /** What is mounted where. */
    record Mount(String device, String mountPoint, String type) {}

    /** The nearest of lines {@code device mount-point type}, each on the way to one directory. */
    static Optional<Mount> nearest(String mounts) {
        return mounts.lines()
                .map(line -> line.split(" "))
                .filter(words -> words.length == 3)
                .map(words -> new Mount(unescaped(words[0]), unescaped(words[1]), words[2]))
                .reduce((one, other) -> BY_LENGTH.compare(one, other) > 0 ? one : other);
    }

    private static final Comparator<Mount> BY_LENGTH =
            Comparator.comparingInt(mount -> mount.mountPoint().length());

    /** getmntent(3): a space is {@code \040}. */
    private static String unescaped(String name) {
        return Pattern.compile("\\\\([0-3][0-7]{2})")
                .matcher(name)
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 8))));
    }
}
