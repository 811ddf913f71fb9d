package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.MatchCondition.Criterion;
import dev.rwtui.ssh.config.MatchCondition.Kind;
import dev.rwtui.ssh.config.MatchCondition.Sense;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the criteria of a {@code Match} line. They are words and their arguments, separated by blanks or {@code =}: up to
 * 9.8 with double quotes alone, from 9.9 on as all other lines are split (release notes of 9.9).
 */
final class MatchParser {

    /** Written {@code kind=argument} since 9.9; OpenSSH has left {@code sessiontype} out. */
    private static final Set<Kind> JOINED = EnumSet.of(
            Kind.HOST,
            Kind.ORIGINAL_HOST,
            Kind.USER,
            Kind.LOCAL_USER,
            Kind.LOCAL_NETWORK,
            Kind.VERSION,
            Kind.TAGGED,
            Kind.COMMAND,
            Kind.EXEC);

    private final OpenSsh ssh;
    private final Words words;
    private final List<Criterion> criteria = new ArrayList<>();

    MatchParser(ConfigLine line, OpenSsh ssh) {
        this.ssh = ssh;
        this.words = ssh.isAtLeast(9, 9) ? new SplitWords(line.arguments()) : new OldWords(line.rest());
    }

    Parsed<MatchCondition> parse() {
        Optional<String> word = words.next();
        while (word.isPresent() && !word.get().startsWith("#")) {
            Optional<String> fault = criterion(word.get());
            if (fault.isPresent()) {
                return Parsed.bad("Bad Match condition: " + fault.get());
            }
            if (isLast()) {
                break;
            }
            word = words.next();
        }
        if (criteria.isEmpty()) {
            return Parsed.bad("Bad Match condition: One or more attributes required for Match");
        }
        return words.leavesRest() && word.isEmpty()
                ? Parsed.bad("keyword match extra arguments at end of line")
                : Parsed.of(new MatchCondition(criteria));
    }

    /** Nothing but a comment may follow {@code all}. */
    private boolean isLast() {
        return criteria.get(criteria.size() - 1).kind() == Kind.ALL;
    }

    /** Adds one; what is wrong with it. */
    private Optional<String> criterion(String word) {
        Sense sense = word.startsWith("!") ? Sense.NEGATED : Sense.PLAIN;
        String name = sense == Sense.NEGATED ? word.substring(1) : word;
        Optional<Kind> joined = joined(name);
        Optional<Kind> kind = joined.or(() -> Kind.of(name, ssh));
        if (kind.isPresent() && !kind.get().takesArgument()) {
            return bare(kind.get(), sense, word);
        }
        Optional<String> argument = joined.map(
                        named -> Optional.of(name.substring(named.word().length() + 1)))
                .orElseGet(words::next);
        boolean emptyIsFine = kind.isPresent() && kind.get().takesEmptyArgument(ssh);
        if (argument.isEmpty()
                || argument.get().startsWith("#")
                || (argument.get().isEmpty() && !emptyIsFine)) {
            return Optional.of("missing argument for Match '" + word + "'");
        }
        if (kind.isEmpty()) {
            return Optional.of("Unsupported Match attribute " + name);
        }
        Parsed<Networks> networks =
                kind.get() == Kind.LOCAL_NETWORK ? Networks.parse(argument.get()) : Parsed.of(Networks.NONE);
        criteria.add(new Criterion(kind.get(), sense, argument.get(), networks.or(Networks.NONE)));
        return ArgumentSyntax.why(networks);
    }

    private Optional<String> bare(Kind kind, Sense sense, String word) {
        if (kind == Kind.ALL) {
            Optional<String> next = words.next();
            boolean alone = next.isEmpty() || next.get().isEmpty() || next.get().startsWith("#");
            if (criteria.size() > 1 || !alone) {
                return Optional.of("'" + word + "' cannot be combined with other Match attributes");
            }
        }
        criteria.add(new Criterion(kind, sense, "", Networks.NONE));
        return Optional.empty();
    }

    private Optional<Kind> joined(String name) {
        int equals = name.indexOf('=');
        return equals < 0 || !ssh.isAtLeast(9, 9)
                ? Optional.empty()
                : Kind.of(name.substring(0, equals), ssh).filter(JOINED::contains);
    }

    /** Where words come from. */
    private interface Words {
        Optional<String> next();

        /** Whether something is left that no criterion has taken. */
        boolean leavesRest();
    }

    private static final class OldWords implements Words {

        private final WordCursor cursor;

        OldWords(String text) {
            this.cursor = new WordCursor(text);
        }

        /** An empty word ends the line, as the end does. */
        @Override
        public Optional<String> next() {
            return cursor.next().filter(word -> !word.isEmpty());
        }

        @Override
        public boolean leavesRest() {
            return !cursor.rest().isEmpty() && !cursor.rest().startsWith("#");
        }
    }

    private static final class SplitWords implements Words {

        private final List<String> words;
        private int at;

        SplitWords(List<String> words) {
            this.words = words;
        }

        @Override
        public Optional<String> next() {
            return at < words.size() ? Optional.of(words.get(at++)) : Optional.empty();
        }

        @Override
        public boolean leavesRest() {
            return at < words.size();
        }
    }
}
