package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.MatchCondition.Criterion;
import dev.rwtui.ssh.config.MatchCondition.Kind;
import dev.rwtui.ssh.config.MatchCondition.Sense;
import dev.rwtui.ssh.config.Outline.Block;
import dev.rwtui.ssh.config.ParsedFile.Condition;
import dev.rwtui.ssh.config.ParsedFile.Fault;
import dev.rwtui.ssh.config.ParsedFile.HostLine;
import dev.rwtui.ssh.config.ParsedFile.LateInclude;
import dev.rwtui.ssh.config.ParsedFile.MatchLine;
import dev.rwtui.ssh.config.ParsedFile.Node;
import dev.rwtui.ssh.config.ParsedFile.Setting;
import dev.rwtui.ssh.config.ParsedFile.UnknownLine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks one name up as {@code ssh} does before it connects: one pass over command line and files, the canonical form of the
 * host name, and where that or {@code Match final} asks for it a second pass over the files. Used once.
 */
final class Lookup {

    /** What a name is looked up for. */
    enum Purpose {
        /** To connect, or to say what would be connected: commands are run, names are asked for. */
        USE,
        /** To list it: neither is done, and what depends on them is named. */
        LISTING
    }

    /** Whether lines apply, or are only read. */
    private enum Reach {
        APPLIES,
        READ_ONLY
    }

    private final Site site;
    private final LateFiles late;
    private final Purpose purpose;
    private final String given;
    private final Effective effective = new Effective();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<String> uncertainties = new LinkedHashSet<>();
    private final Situation situation;
    private boolean finalPass;
    private boolean wantsFinalPass;

    /** Over all passes: files that include themselves twice would otherwise cost two to the power of their depth. */
    private int inclusions;

    /** What Host patterns are compared with: the given name, in the second pass the host name. */
    private String name;

    /** @param given the name as ssh is given it, without user and port */
    Lookup(Site site, LateFiles late, Purpose purpose, String given) {
        this.site = site;
        this.late = late;
        this.purpose = purpose;
        this.given = given;
        this.name = given;
        this.situation = new Situation(site, effective, given);
    }

    Settled settle(Outline commandLine, Outline files) {
        pass(commandLine, Reach.APPLIES);
        pass(files, Reach.APPLIES);
        CanonicalName canonical = new CanonicalName(site, effective, purpose);
        Value<String> hostName = canonical.of(situation.hostName(problems::add));
        problems.addAll(canonical.problems());
        uncertainties.addAll(canonical.uncertainties());
        if (wantsFinalPass || canonical.isWanted()) {
            finalPass = true;
            name = hostName.value();
            situation.settleOn(name);
            pass(files, Reach.APPLIES);
        }
        return new Settled(site, effective, given, hostName, List.copyOf(problems), List.copyOf(uncertainties));
    }

    private void pass(Outline outline, Reach outer) {
        BitSet applies = new BitSet();
        for (int number : outline.candidates(name)) {
            Block block = outline.block(number);
            boolean open = block.gate() == Outline.NO_GATE ? outer == Reach.APPLIES : applies.get(block.gate());
            if (open
                    && block.condition() instanceof HostLine host
                    && host.fault().isPresent()) {
                problems.add(host.fault().get());
            }
            // First the condition: a Match has effects even where it cannot apply.
            Reach reach = holds(block.condition()) && open ? Reach.APPLIES : Reach.READ_ONLY;
            applies.set(number, reach == Reach.APPLIES);
            for (Node node : block.nodes()) {
                meet(node, reach);
            }
        }
    }

    private void meet(Node node, Reach reach) {
        if (node instanceof Setting setting) {
            boolean late = finalPass && CanonicalName.isSettledBy(setting.keyword());
            if ((reach == Reach.APPLIES && !late) || setting.keyword().scope() == Keyword.Scope.EVERYWHERE) {
                effective.add(setting);
            }
        } else if (node instanceof UnknownLine line) {
            if (!isIgnored(line.keyword())) {
                problems.add(line.problem());
            }
        } else if (node instanceof Fault fault) {
            problems.add(fault.problem());
        } else if (node instanceof LateInclude include) {
            include(include, reach);
        }
    }

    private boolean isIgnored(String keyword) {
        return effective
                .first("ignoreunknown")
                .filter(list -> Pattern.inListOfNames(keyword, list.first()) == Pattern.Verdict.MATCH)
                .isPresent();
    }

    /** A variable that is not set leaves one path out; an unknown token is an error. */
    private void include(LateInclude line, Reach reach) {
        if (inclusions > ConfigReader.MAX_FILES) {
            problems.add(Problem.at(line.origin(), ConfigReader.TOO_MANY));
            return;
        }
        Expansion expansion = Expansion.of(
                situation.tokens(name, finalPass()).ofPaths(),
                site.files().surroundings().environment());
        List<String> paths = new ArrayList<>();
        for (String argument : line.arguments()) {
            Parsed<String> path = expansion.expand(argument);
            if (path instanceof Parsed.Good<String> good) {
                paths.add(good.value());
            } else if (path instanceof Parsed.Bad<String> bad && !Expansion.missesVariable(bad)) {
                problems.add(Problem.at(line.origin(), bad.why()));
            }
        }
        LateFiles.Found found = late.include(line, paths);
        inclusions += 1 + found.inclusions();
        pass(found.outline(), reach);
    }

    private Situation.Pass finalPass() {
        return finalPass ? Situation.Pass.FINAL : Situation.Pass.FIRST;
    }

    private boolean holds(Condition condition) {
        if (condition instanceof HostLine host) {
            return Pattern.anyMatches(name, host.patterns());
        }
        return !(condition instanceof MatchLine match) || holds(match);
    }

    private boolean holds(MatchLine line) {
        boolean result = true;
        for (Criterion criterion : line.condition().criteria()) {
            if (criterion.kind() == Kind.FINAL) {
                wantsFinalPass = true;
            }
            if (criterion.kind() == Kind.EXEC) {
                result = runs(criterion, line, result ? Reach.APPLIES : Reach.READ_ONLY) && result;
            } else if (meets(criterion) == (criterion.sense() == Sense.NEGATED)) {
                result = false;
            }
        }
        return result;
    }

    private boolean meets(Criterion criterion) {
        return switch (criterion.kind()) {
            case CANONICAL, FINAL -> finalPass;
            default -> situation.meets(criterion, name, finalPass());
        };
    }

    /** Whether a command decides for the block. Its tokens must be right even where it is not run. */
    private boolean runs(Criterion criterion, MatchLine line, Reach reach) {
        Parsed<String> command =
                Expansion.of(situation.tokens(name, finalPass()).ofPaths()).expand(criterion.argument());
        if (command instanceof Parsed.Bad<String> bad) {
            problems.add(Problem.at(line.origin(), bad.why()));
            return false;
        }
        if (reach == Reach.READ_ONLY) {
            return true;
        }
        if (purpose == Purpose.LISTING) {
            uncertainties.add(line.origin().words() + ": Match exec \"" + criterion.argument() + "\"");
            return false;
        }
        String text = command.or("");
        Machine.Ran ran = site.machine().run(text);
        if (ran instanceof Machine.Ran.Failed failed) {
            problems.add(Problem.at(line.origin(), "match exec '" + text + "' error: " + failed.why()));
        }
        boolean succeeded = ran instanceof Machine.Ran.Exited exited && exited.status() == 0;
        return succeeded == (criterion.sense() == Sense.PLAIN);
    }
}
