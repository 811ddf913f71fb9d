package dev.rwtui.facts;

import dev.rwtui.facts.model.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of squeue(1) in the format that {@code machine.sh} asks for; the name comes last. */
final class SlurmTable {

    private static final String SEPARATOR = "\u001f";
    private static final int FIELDS = 9;

    /** {@code 1-02:03:04}, {@code 02:03:04}, {@code 3:04}. */
    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,9})-)?(?:(\\d{1,9}):)?(\\d{1,9}):(\\d{1,9})");

    private SlurmTable() {}

    /** What else squeue says is left out. */
    static List<Scheduler.Job> parse(String text) {
        return text.lines()
                .map(line -> line.split(SEPARATOR, FIELDS))
                .filter(words -> words.length == FIELDS)
                .map(SlurmTable::job)
                .toList();
    }

    private static Scheduler.Job job(String[] words) {
        return new Scheduler.Job(
                words[0].strip(),
                words[8],
                words[1].strip(),
                words[2].strip(),
                time(words[3]),
                time(words[4]),
                Numbers.whole(words[5]).map(Long::intValue).orElse(0),
                words[6].strip(),
                Optional.of(words[7].strip()).filter(reason -> !reason.isEmpty() && !reason.equals("None")));
    }

    /** Empty for {@code UNLIMITED}, {@code NOT_SET}, {@code Partition_Limit}, {@code INVALID}. */
    static Optional<Duration> time(String text) {
        Matcher m = TIME.matcher(text.strip());
        return m.matches()
                ? Optional.of(Duration.ofDays(number(m, 1))
                        .plusHours(number(m, 2))
                        .plusMinutes(number(m, 3))
                        .plusSeconds(number(m, 4)))
                : Optional.empty();
    }

    private static long number(Matcher m, int group) {
        return Optional.ofNullable(m.group(group)).flatMap(Numbers::whole).orElse(0L);
    }
}
