package dev.rwtui.platform;

import dev.rwtui.ssh.config.ConfigFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configuration files on the disk, users from the password database, ports from {@code /etc/services}. */
public final class DiskConfigFiles implements ConfigFiles {

    /** Larger than any configuration; {@code /dev/zero} and a wrong path to a disk image end here. */
    private static final int MAX_BYTES = 16 << 20;

    private static final int GROUP_WRITES = 0020;
    private static final int OTHERS_WRITE = 0002;

    private final Surroundings surroundings;
    private final SystemTables tables;

    public DiskConfigFiles(Surroundings surroundings, SystemTables tables) {
        this.surroundings = surroundings;
        this.tables = tables;
    }

    /** The user's own files: {@code ~/.ssh/config} and {@code /etc/ssh/ssh_config}. */
    public static DiskConfigFiles ofThisMachine() {
        SystemTables tables = SystemTables.ofThisMachine();
        SystemTables.Account account = tables.me();
        String hostName = tables.hostName();
        Surroundings here = new Surroundings(
                account.home() + "/.ssh/config",
                "/etc/ssh/ssh_config",
                account.name(),
                account.id(),
                account.home(),
                hostName,
                name -> Optional.ofNullable(System.getenv(name)));
        return new DiskConfigFiles(here, tables);
    }

    @Override
    public Content read(String path) {
        Optional<Path> file = path(path);
        return file.isPresent() ? read(file.get()) : new Content.Missing();
    }

    /** Empty for a text that no file can be named by, such as one with a NUL in it. */
    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public Seen see(String path) {
        Optional<Path> file = path(path);
        Optional<Map<String, Object>> status = file.flatMap(Stamp::status);
        if (status.isEmpty()) {
            return ConfigFiles.super.see(path);
        }
        return new Seen(Stamp.words(status.get()), read(file.get(), status.get()));
    }

    private Content read(Path file) {
        Optional<Map<String, Object>> status = Stamp.status(file);
        return status.isPresent() ? read(file, status.get()) : missing(file);
    }

    private Content read(Path file, Map<String, Object> status) {
        if (Stamp.isDirectory(status)) {
            return new Content.Text("", safety(status));
        }
        if (Stamp.isPipe(status) && !isOfAShell(file)) {
            return new Content.Unreadable("it is a named pipe, which might keep rwtui waiting for ever");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                return new Content.Unreadable("larger than " + (MAX_BYTES >> 20) + " MiB");
            }
            return new Content.Text(new String(bytes, StandardCharsets.UTF_8), safety(status));
        } catch (NoSuchFileException e) {
            return new Content.Missing();
        } catch (IOException e) {
            return new Content.Unreadable(words(e));
        }
    }

    /** As in {@code -F <(command)}: somebody writes to it already. */
    private static boolean isOfAShell(Path file) {
        return file.startsWith("/dev") || file.startsWith("/proc");
    }

    /** Where nothing can be said of it, opening tells why. */
    private static Content missing(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new Content.Unreadable("its status cannot be read");
        } catch (NoSuchFileException e) {
            return new Content.Missing();
        } catch (IOException e) {
            return new Content.Unreadable(words(e));
        }
    }

    /** Only files of root or of oneself are safe, and only if nobody else can write them. */
    private Safety safety(Map<String, Object> status) {
        String owner = String.valueOf(status.get("uid"));
        boolean trusted = owner.equals("0") || owner.equals(surroundings.userId());
        int mode = status.get("mode") instanceof Integer bits ? bits : OTHERS_WRITE;
        if (!trusted || (mode & OTHERS_WRITE) != 0) {
            return Safety.WRITABLE_BY_OTHERS;
        }
        if ((mode & GROUP_WRITES) == 0) {
            return Safety.SAFE;
        }
        String group = String.valueOf(status.get("gid"));
        return tables.isAloneIn(group, surroundings.userId(), owner)
                ? Safety.WRITABLE_BY_OWN_GROUP
                : Safety.WRITABLE_BY_OTHERS;
    }

    private static String words(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "Permission denied";
        }
        return e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }

    @Override
    public List<String> glob(String pattern) {
        return new Glob(pattern).paths();
    }

    @Override
    public String stamp(String path) {
        return Stamp.of(path);
    }

    @Override
    public boolean exists(String path) {
        return path(path).flatMap(Stamp::status).isPresent();
    }

    @Override
    public Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public Optional<String> homeOf(String user) {
        return tables.homeOf(user);
    }

    @Override
    public Optional<Integer> service(String name) {
        return tables.service(name);
    }
}
