package dev.rwtui.ssh.config;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.Lookup.Purpose;
import dev.rwtui.ssh.config.ParsedFile.Owner;
import dev.rwtui.ssh.config.ParsedFile.Setting;
import dev.rwtui.ssh.config.Proxy.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The configuration of {@code ssh} as it was when it was read: ssh_config(5). Immutable; a change on the disk is seen by
 * reading again. Safe for use by several threads.
 */
public final class SshConfig {

    /** {@code -F none}: no file at all. */
    private static final String NO_FILE = "none";

    private final Site site;
    private final Site listingSite;
    private final Configuration origin;
    private final Overrides commandLine;
    private final Reading reading;
    private final Map<Configuration, SshConfig> others = new ConcurrentHashMap<>();

    @GuardedBy("this")
    private Optional<Listing> listing = Optional.empty();

    private SshConfig(Site site, Configuration origin, Overrides commandLine, Reading reading) {
        this.site = site;
        this.listingSite = new Site(site.files(), new ListingMachine(site.machine()), site.ssh());
        this.origin = origin;
        this.commandLine = commandLine;
        this.reading = reading;
    }

    /** What reading the files gave. */
    private record Reading(
            List<SourceFile> sources, List<Problem> faults, Watched watched, Outline outline, LateFiles late) {}

    /**
     * Reads the files, and all that they include. Blocks on the disk.
     *
     * @param dashF the file to read in place of the user's and the system's; {@code none} for no file
     */
    public static SshConfig read(Site site, Optional<String> dashF, Overrides commandLine) {
        Configuration origin = dashF.<Configuration>map(Configuration.File::new).orElseGet(Configuration.Standard::new);
        return new SshConfig(site, origin, commandLine, read(site, dashF));
    }

    /** As {@link #read(Site, Optional, Overrides)}, by the newest rules and without a machine. */
    public static SshConfig read(ConfigFiles files, Optional<String> dashF, Overrides commandLine) {
        return read(Site.of(files), dashF, commandLine);
    }

    private static final Set<String> ASK_FOR_NOTHING = Set.of("no", "false", "none", "default", "default none");

    private static Reading read(Site site, Optional<String> dashF) {
        ConfigReader reader = new ConfigReader(site);
        List<ParsedFile> parsed = new ArrayList<>();
        if (dashF.isEmpty()) {
            ConfigFiles.Surroundings here = site.files().surroundings();
            parsed.add(reader.standard(here.userFile(), Owner.USER));
            parsed.add(reader.standard(here.systemFile(), Owner.SYSTEM));
        } else if (!dashF.get().equalsIgnoreCase(NO_FILE)) {
            parsed.add(reader.named(dashF.get()));
        }
        Outline outline = Outline.of(parsed);
        return new Reading(reader.sources(), reader.problems(), reader.watched(), outline, new LateFiles(site));
    }

    /** Made when it is asked for: to resolve one name nobody needs it. */
    private synchronized Listing listing() {
        if (listing.isEmpty()) {
            listing = Optional.of(Listing.of(reading.outline()));
        }
        return listing.get();
    }

    /** Every file that was looked for, in the order of looking, each once. */
    public List<SourceFile> sources() {
        return reading.sources();
    }

    /** Everything wrong in the files, for whatever host. Some of it may not matter to some hosts. */
    public List<Problem> problems() {
        return Stream.concat(reading.faults().stream(), listing().unknown().stream())
                .toList();
    }

    /** The names that {@code Host} lines spell out, in the order of the files, each once. */
    public List<HostEntry> hosts() {
        return listing().hosts();
    }

    /** The patterns with wildcards that {@code Host} lines name, in the order of the files, each once. */
    public List<String> patterns() {
        return listing().patterns();
    }

    /** What this reading depends on, as far as names have been looked up in it. */
    public Watched watched() {
        return reading.late().alsoWatched(reading.watched());
    }

    /**
     * What {@code ssh} would do for a name. Runs the commands of {@code Match exec} and asks name servers where the
     * configuration wants it; blocks meanwhile.
     *
     * @param alias what the user typed or picked: a name, {@code user@name} or {@code ssh://user@name:port}
     * @param more options that come before those of the command line
     * @throws ConfigurationException where {@code ssh -G} fails
     */
    public ResolvedHost resolve(HostAlias alias, Overrides more) throws ConfigurationException {
        return new Resolver(lookUp(alias, more, Purpose.USE)).resolve(alias);
    }

    /**
     * Like {@link #resolve}, without commands and name servers: what they decide is left open, and said. The addresses of
     * the interfaces are those at the first call.
     *
     * @throws ConfigurationException where {@code ssh -G} fails
     */
    public Listed list(HostAlias alias, Overrides more) throws ConfigurationException {
        Settled settled = lookUp(alias, more, Purpose.LISTING);
        return new Listed(new Resolver(settled).resolve(alias), settled.uncertainties(), unserved(settled));
    }

    /**
     * Every value for a name, as {@code ssh -G} prints it: in its order, with its spelling, defaults included. Blocks as
     * {@link #resolve} does.
     *
     * @throws ConfigurationException where {@code ssh -G} fails
     */
    public List<Explained> explain(HostAlias alias) throws ConfigurationException {
        return Dump.of(lookUp(alias, Overrides.NONE, Purpose.USE));
    }

    private Settled lookUp(HostAlias alias, Overrides more, Purpose purpose) throws ConfigurationException {
        Destination destination = Destination.parse(alias.value(), site.files()::service);
        CommandLineOptions options = options(destination, more);
        Outline typed = options.file().nodes().isEmpty() ? Outline.EMPTY : Outline.of(List.of(options.file()));
        Site where = purpose == Purpose.LISTING ? listingSite : site;
        Settled settled =
                new Lookup(where, reading.late(), purpose, destination.host()).settle(typed, reading.outline());
        List<Problem> problems = new ArrayList<>(destination.problems());
        problems.addAll(options.problems());
        problems.addAll(settled.problems());
        problems.addAll(new Refusals(settled).all());
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return settled;
    }

    private CommandLineOptions options(Destination destination, Overrides more) {
        List<String> options = new ArrayList<>(more.options());
        options.addAll(commandLine.options());
        options.addAll(destination.options());
        return CommandLineOptions.parse(options, ArgumentSyntax.Facts.of(site));
    }

    /** Lines that change how a host is reached or what is opened, and that rwtui does not act on. */
    private static List<Value<String>> unserved(Settled settled) {
        List<Value<String>> unserved = new ArrayList<>();
        for (Setting setting : settled.effective().settings()) {
            if (setting.keyword().treatment() == Keyword.Treatment.MISSED
                    && !ASK_FOR_NOTHING.contains(setting.line().rest().toLowerCase(Locale.ROOT))) {
                unserved.add(new Value<>(
                        setting.line().keyword() + " " + setting.line().rest(), setting.origin()));
            }
        }
        return unserved;
    }

    /** The configuration that a jump's name is looked up in. Options of the command line do not reach a jump. */
    public SshConfig at(Configuration where) {
        Configuration wanted = where instanceof Configuration.Same ? origin : where;
        if (wanted.equals(origin) && commandLine.equals(Overrides.NONE)) {
            return this;
        }
        return others.computeIfAbsent(wanted, this::other);
    }

    private SshConfig other(Configuration wanted) {
        if (wanted.equals(origin)) {
            return new SshConfig(site, origin, Overrides.NONE, reading);
        }
        Optional<String> dashF =
                wanted instanceof Configuration.File file ? Optional.of(file.path()) : Optional.empty();
        return read(site, dashF, Overrides.NONE);
    }
}
