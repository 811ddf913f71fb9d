package dev.rwtui.ssh.config;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.Proxy.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The configuration of {@code ssh} as it was when it was read: ssh_config(5). Immutable; a change on the disk is seen by
 * reading again. Safe for use by several threads.
 */
public final class SshConfig {

    /** {@code -F none}: no file at all. */
    private static final String NO_FILE = "none";

    private final ConfigFiles files;
    private final Configuration origin;
    private final Overrides commandLine;
    private final Reading reading;
    private final Map<Configuration, SshConfig> others;

    private SshConfig(ConfigFiles files, Configuration origin, Overrides commandLine, Reading reading) {
        this.files = files;
        this.origin = origin;
        this.commandLine = commandLine;
        this.reading = reading;
        this.others = new ConcurrentHashMap<>();
    }

    /** What reading the files gave. */
    private record Reading(List<ParsedFile> parsed, List<SourceFile> sources, List<Problem> faults) {}

    /**
     * Reads the files, and all that they include. Blocks on the disk.
     *
     * @param dashF the file to read in place of the user's and the system's; {@code none} for no file
     */
    public static SshConfig read(Site site, Optional<String> dashF, Overrides commandLine) {
        return read(site.files(), dashF, commandLine);
    }

    /** As {@link #read(Site, Optional, Overrides)}, by the newest rules and without a machine. */
    public static SshConfig read(ConfigFiles files, Optional<String> dashF, Overrides commandLine) {
        Configuration origin = dashF.<Configuration>map(Configuration.File::new).orElseGet(Configuration.Standard::new);
        return new SshConfig(files, origin, commandLine, read(files, dashF));
    }

    private static Reading read(ConfigFiles files, Optional<String> dashF) {
        ConfigReader reader = new ConfigReader(files);
        List<ParsedFile> parsed = new ArrayList<>();
        if (dashF.isEmpty()) {
            ConfigFiles.Surroundings here = files.surroundings();
            parsed.add(reader.standard(here.userFile(), ConfigReader.Owner.USER));
            parsed.add(reader.standard(here.systemFile(), ConfigReader.Owner.SYSTEM));
        } else if (!dashF.get().equals(NO_FILE)) {
            parsed.add(reader.named(dashF.get()));
        }
        return new Reading(List.copyOf(parsed), reader.sources(), reader.problems());
    }

    /** Every file that was looked for, in the order of looking, each once. */
    public List<SourceFile> sources() {
        return reading.sources();
    }

    /** Everything wrong in the files, for whatever host. Some of it may not matter to some hosts. */
    public List<Problem> problems() {
        return Stream.concat(reading.faults().stream(), Listing.of(reading.parsed()).unknown().stream())
                .toList();
    }

    /** The patterns with wildcards that {@code Host} lines name, in the order of the files, each once. */
    public List<String> patterns() {
        return List.of();
    }

    /** What this reading depends on. */
    public Watched watched() {
        return Watched.NOTHING;
    }

    /**
     * Every value for a name, as {@code ssh -G} prints it: in its order, with its spelling, defaults included.
     *
     * @throws ConfigurationException where {@code ssh -G} fails
     */
    public List<Explained> explain(HostAlias alias) throws ConfigurationException {
        resolve(alias, Overrides.NONE);
        return List.of();
    }

    /** The names that {@code Host} lines spell out, in the order of the files, each once. */
    public List<HostEntry> hosts() {
        return Listing.of(reading.parsed()).hosts();
    }

    /**
     * What {@code ssh} would do for a name.
     *
     * @param alias what the user typed or picked: a name, {@code user@name} or {@code ssh://user@name:port}
     * @param more options that come before those of the command line
     * @throws ConfigurationException where {@code ssh -G} fails
     */
    public ResolvedHost resolve(HostAlias alias, Overrides more) throws ConfigurationException {
        Request request = request(alias, more);
        Effective effective = request.effective(reading.parsed());
        Resolver resolver = new Resolver(effective, request.destination().host(), files);
        ResolvedHost host = resolver.resolve(alias);
        List<Problem> problems = new ArrayList<>(request.destination().problems());
        problems.addAll(request.options().problems());
        problems.addAll(reading.faults());
        problems.addAll(effective.unknown());
        problems.addAll(resolver.problems());
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return host;
    }

    /** Lines that apply to a name and change how it is reached or what is opened, and that rwtui does not act on. */
    public List<Value<String>> unserved(HostAlias alias) {
        return request(alias, Overrides.NONE).effective(reading.parsed()).settings().stream()
                .filter(setting -> setting.keyword().treatment() == Keyword.Treatment.MISSED)
                .filter(setting -> !setting.line().rest().equalsIgnoreCase("no"))
                .map(setting -> new Value<>(
                        setting.line().keyword() + " " + setting.line().rest(), setting.origin()))
                .toList();
    }

    private Request request(HostAlias alias, Overrides more) {
        Destination destination = Destination.parse(alias.value(), files::service);
        List<String> options = new ArrayList<>(more.options());
        options.addAll(commandLine.options());
        options.addAll(destination.options());
        return new Request(destination, CommandLineOptions.parse(options, facts()));
    }

    /** A name with what the command line says. */
    private record Request(Destination destination, CommandLineOptions options) {

        Effective effective(List<ParsedFile> files) {
            return Effective.of(
                    destination.host(),
                    Stream.concat(Stream.of(options.file()), files.stream()).toList());
        }
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
            return new SshConfig(files, origin, Overrides.NONE, reading);
        }
        Optional<String> dashF =
                wanted instanceof Configuration.File file ? Optional.of(file.path()) : Optional.empty();
        return read(files, dashF, Overrides.NONE);
    }

    private ArgumentSyntax.Facts facts() {
        return new ArgumentSyntax.Facts(files.surroundings().environment(), files::service);
    }
}
