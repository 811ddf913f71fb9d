package dev.rwtui.ssh.config;

import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.platform.SystemTables;
import dev.rwtui.ssh.config.OracleWorld.Places;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of an {@link OracleWorld} as rwtui sees them: what {@code ssh} finds under {@code /etc/ssh} is elsewhere. */
final class OracleFiles implements ConfigFiles {

    private static final String SYSTEM = "/etc/ssh";

    private final ConfigFiles disk;
    private final String system;
    private final Optional<Map<String, String>> homes;

    private OracleFiles(ConfigFiles disk, String system, Optional<Map<String, String>> homes) {
        this.disk = disk;
        this.system = system;
        this.homes = homes;
    }

    static ConfigFiles ofWorld(Places places, String userId) {
        String home = places.home().toString();
        Surroundings here = new Surroundings(
                home + "/.ssh/config",
                SYSTEM + "/ssh_config",
                "me",
                userId,
                home,
                OracleWorld.HOST_NAME,
                name -> Optional.empty());
        return new OracleFiles(
                disk(here), places.system().toString(), Optional.of(Map.of("me", home, "other", "/home/other")));
    }

    static ConfigFiles ofMachine(Surroundings here) {
        return new OracleFiles(disk(here), SYSTEM, Optional.empty());
    }

    /** The same files for somebody with this environment. */
    static ConfigFiles in(ConfigFiles files, Map<String, String> environment) {
        OracleFiles own = (OracleFiles) files;
        Surroundings here = own.surroundings();
        Surroundings there = new Surroundings(
                here.userFile(),
                here.systemFile(),
                here.user(),
                here.userId(),
                here.home(),
                here.hostName(),
                name -> Optional.ofNullable(environment.get(name)));
        return new OracleFiles(disk(there), own.system, own.homes);
    }

    private static ConfigFiles disk(Surroundings here) {
        return new DiskConfigFiles(here, new SystemTables(Path.of("/etc/passwd"), Path.of("/etc/services")));
    }

    @Override
    public Content read(String path) {
        return disk.read(moved(path, SYSTEM, system));
    }

    @Override
    public List<String> glob(String pattern) {
        return disk.glob(moved(pattern, SYSTEM, system)).stream()
                .map(path -> moved(path, system, SYSTEM))
                .toList();
    }

    @Override
    public String stamp(String path) {
        return disk.stamp(moved(path, SYSTEM, system));
    }

    private static String moved(String path, String from, String to) {
        return path.startsWith(from + "/") ? to + path.substring(from.length()) : path;
    }

    @Override
    public boolean exists(String path) {
        return disk.exists(moved(path, SYSTEM, system));
    }

    @Override
    public Surroundings surroundings() {
        return disk.surroundings();
    }

    @Override
    public Optional<String> homeOf(String user) {
        return homes.isPresent() ? Optional.ofNullable(homes.get().get(user)) : disk.homeOf(user);
    }

    @Override
    public Optional<Integer> service(String name) {
        return disk.service(name);
    }
}
