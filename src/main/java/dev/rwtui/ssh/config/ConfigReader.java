package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ConfigFiles.Content;
import dev.rwtui.ssh.config.ParsedFile.Fault;
import dev.rwtui.ssh.config.ParsedFile.HostLine;
import dev.rwtui.ssh.config.ParsedFile.IncludeLine;
import dev.rwtui.ssh.config.ParsedFile.IncludePlace;
import dev.rwtui.ssh.config.ParsedFile.LateInclude;
import dev.rwtui.ssh.config.ParsedFile.MatchLine;
import dev.rwtui.ssh.config.ParsedFile.Node;
import dev.rwtui.ssh.config.ParsedFile.Owner;
import dev.rwtui.ssh.config.ParsedFile.Setting;
import dev.rwtui.ssh.config.ParsedFile.UnknownLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads files and what they include, once each, and notes everything that {@code ssh} would find wrong. */
final class ConfigReader {

    /** The depth at which ssh gives up, and a bound on what a fan of includes can cost. */
    private static final int MAX_DEPTH = 16;

    static final int MAX_FILES = 10_000;

    static final String TOO_MANY = "Too many recursive configuration includes";

    private static final String OPEN_TO_OTHERS = "Bad owner or permissions: only you and root may be able to change it";

    private final Site site;
    private final ConfigFiles files;
    private final ArgumentSyntax.Facts facts;
    private final Map<String, Content> contents = new HashMap<>();

    /** Lines that set a value and are in order, as they stand: a long configuration says the same of many hosts. */
    private final Map<String, Good> good = new HashMap<>();

    private final Map<String, String> stamps = new HashMap<>();
    private final Map<String, List<String>> globs = new HashMap<>();
    private final List<SourceFile> sources = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int inclusions;
    private boolean tooDeep;

    ConfigReader(Site site) {
        this.site = site;
        this.files = site.files();
        this.facts = ArgumentSyntax.Facts.of(site);
    }

    List<SourceFile> sources() {
        return List.copyOf(sources);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** How many files were included so far, each time counted; more than {@link #MAX_FILES} where no more will be. */
    int inclusions() {
        return tooDeep ? MAX_FILES + 1 : inclusions;
    }

    /** What was read, as it was right before it was read. */
    Watched watched() {
        return new Watched(stamps, globs);
    }

    /** A file that {@code -F} names: it must be there, whoever may write it. */
    ParsedFile named(String path) {
        Content content = content(path);
        if (content instanceof Content.Missing) {
            return faulty(path, "Can't open user config file: No such file or directory");
        }
        return content instanceof Content.Unreadable unreadable
                ? faulty(path, "Can't open user config file: " + unreadable.why())
                : parse(path, content, new IncludePlace(Owner.USER, 0));
    }

    /** In place of a file: nothing but what is wrong with it. */
    private ParsedFile faulty(String path, String why) {
        return new ParsedFile(path, List.of(fault(new Problem(path, 0, why))));
    }

    private Fault fault(Problem problem) {
        problems.add(problem);
        return new Fault(problem);
    }

    /** A default file: it may be missing or unreadable, as for ssh, but no stranger may write the user's. */
    ParsedFile standard(String path, Owner owner) {
        Content content = content(path);
        return owner == Owner.USER && isOpenToOthers(content)
                ? faulty(path, OPEN_TO_OTHERS)
                : parse(path, content, new IncludePlace(owner, 0));
    }

    private Content content(String path) {
        Content known = contents.get(path);
        if (known != null) {
            return known;
        }
        ConfigFiles.Seen seen = files.see(path);
        stamps.put(path, seen.stamp());
        contents.put(path, seen.content());
        sources.add(new SourceFile(path, state(seen.content())));
        return seen.content();
    }

    private static SourceFile.State state(Content content) {
        if (content instanceof Content.Unreadable unreadable) {
            return new SourceFile.State.Unreadable(unreadable.why());
        }
        return content instanceof Content.Missing ? new SourceFile.State.Missing() : new SourceFile.State.Read();
    }

    private boolean isOpenToOthers(Content content) {
        return content instanceof Content.Text text
                && switch (text.safety()) {
                    case SAFE -> false;
                    case WRITABLE_BY_OWN_GROUP -> site.ssh().vendor() != OpenSsh.Vendor.DEBIAN;
                    case WRITABLE_BY_OTHERS -> true;
                };
    }

    private ParsedFile parse(String path, Content content, IncludePlace place) {
        if (!(content instanceof Content.Text text)) {
            return new ParsedFile(path, List.of());
        }
        List<Node> nodes = new ArrayList<>();
        CommentBlock comments = new CommentBlock();
        Context context = new Context(place, comments);
        String all = text.text();
        int number = 0;
        for (int start = 0; start < all.length(); ) {
            int end = all.indexOf('\n', start);
            end = end < 0 ? all.length() : end;
            String raw = all.substring(start, end);
            number++;
            Optional<Node> node = line(new Line(path, number, raw), context);
            if (node.isPresent()) {
                nodes.add(node.get());
            }
            comments.see(raw);
            start = end + 1;
        }
        return new ParsedFile(path, nodes);
    }

    /** One line as it stands in its file. */
    private record Line(String path, int number, String raw) {
        Origin.Line origin() {
            return new Origin.Line(path, number);
        }
    }

    private record Good(Keyword keyword, ConfigLine line) {}

    private Optional<Node> line(Line at, Context context) {
        Good known = good.get(at.raw());
        if (known != null) {
            return Optional.of(new Setting(at.origin(), context.place().owner(), known.keyword(), known.line()));
        }
        Optional<Parsed<ConfigLine>> split = ConfigLine.split(at.raw());
        if (split.isEmpty()) {
            return Optional.empty();
        }
        if (split.get() instanceof Parsed.Bad<ConfigLine> bad) {
            return refused(at.origin(), bad.why());
        }
        Optional<Node> node = node(at.origin(), ((Parsed.Good<ConfigLine>) split.get()).value(), context);
        if (node.isPresent() && node.get() instanceof Setting setting) {
            good.put(at.raw(), new Good(setting.keyword(), setting.line()));
        }
        return node;
    }

    private Optional<Node> node(Origin.Line origin, ConfigLine line, Context context) {
        Optional<Keyword> known = Keywords.find(line.keyword(), site.ssh());
        if (known.isEmpty()) {
            Problem problem = new Problem(origin.file(), origin.line(), "Bad configuration option: " + line.keyword());
            return Optional.of(new UnknownLine(problem, line.keyword()));
        }
        Optional<String> fault = known.get().syntax().fault(line, facts);
        if (fault.isPresent()) {
            return refused(origin, fault.get());
        }
        return switch (known.get().name()) {
            case "host" -> Optional.of(host(origin, line, context.comments().text()));
            case "match" -> match(origin, line);
            case "include" -> include(origin, line, context.place());
            default -> Optional.of(new Setting(origin, context.place().owner(), known.get(), line));
        };
    }

    /** Its first word is in order. */
    private HostLine host(Origin.Line origin, ConfigLine line, String description) {
        Optional<String> why = PlainSyntax.WORDS.fault(line, facts);
        if (why.isEmpty()) {
            return new HostLine(origin, line.arguments(), description, Optional.empty());
        }
        Problem problem = Problem.at(origin, why.get());
        problems.add(problem);
        List<String> named =
                line.arguments().stream().filter(word -> !word.isEmpty()).toList();
        return new HostLine(origin, named, description, Optional.of(problem));
    }

    private Optional<Node> match(Origin.Line origin, ConfigLine line) {
        Parsed<MatchCondition> condition = MatchCondition.parse(line, site.ssh());
        return condition instanceof Parsed.Bad<MatchCondition> bad
                ? refused(origin, bad.why())
                : Optional.of(new MatchLine(origin, ((Parsed.Good<MatchCondition>) condition).value()));
    }

    private Optional<Node> refused(Origin.Line origin, String why) {
        return Optional.of(fault(new Problem(origin.file(), origin.line(), why)));
    }

    private Optional<Node> include(Origin.Line origin, ConfigLine line, IncludePlace place) {
        // Release notes of 9.9: tokens and variables are expanded in Include.
        boolean late = site.ssh().isAtLeast(9, 9)
                && (line.rest().indexOf('%') >= 0 || line.rest().contains("${"));
        return Optional.of(
                late
                        ? new LateInclude(origin, line.arguments(), place)
                        : new IncludeLine(include(origin, line.arguments(), place)));
    }

    /** The files that some patterns name, tokens and variables expanded, in order; a fault stands in place of a file. */
    List<ParsedFile> include(Origin.Line origin, List<String> patterns, IncludePlace place) {
        List<ParsedFile> included = new ArrayList<>();
        for (String pattern : patterns) {
            if (pattern.startsWith("~") && place.owner() == Owner.SYSTEM) {
                included.add(faulty(origin, "bad include path " + pattern + "."));
                return included;
            }
            for (String path : matches(pattern, place.owner())) {
                if (!tooDeep) {
                    included.add(inclusion(origin, path, place));
                }
            }
        }
        return included;
    }

    private ParsedFile faulty(Origin.Line origin, String why) {
        return new ParsedFile(origin.file(), List.of(fault(new Problem(origin.file(), origin.line(), why))));
    }

    private ParsedFile inclusion(Origin.Line origin, String path, IncludePlace place) {
        inclusions++;
        if (place.depth() == MAX_DEPTH || inclusions > MAX_FILES) {
            tooDeep = true;
            return faulty(origin, TOO_MANY);
        }
        Content content = content(path);
        if (content instanceof Content.Unreadable unreadable) {
            return faulty(origin, "Can't open user config file " + path + ": " + unreadable.why());
        }
        return isOpenToOthers(content)
                ? faulty(path, OPEN_TO_OTHERS)
                : parse(path, content, new IncludePlace(place.owner(), place.depth() + 1));
    }

    private List<String> matches(String pattern, Owner owner) {
        return new Homes(files)
                .replaceTilde(pattern)
                .map(path -> path.startsWith("/") ? path : directory(owner) + "/" + path)
                .map(this::glob)
                .or(List.of());
    }

    private List<String> glob(String absolute) {
        return globs.computeIfAbsent(absolute, files::glob);
    }

    private String directory(Owner owner) {
        ConfigFiles.Surroundings here = files.surroundings();
        String file = owner == Owner.USER ? here.userFile() : here.systemFile();
        return file.substring(0, Math.max(0, file.lastIndexOf('/')));
    }

    private record Context(IncludePlace place, CommentBlock comments) {}
}
