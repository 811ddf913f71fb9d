package dev.rwtui.testing;

import dev.rwtui.ssh.config.ConfigFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Configuration files in memory: user {@code me} (id 1000) at home in {@code /home/me}, on {@code laptop.example.org}, with
 * {@code GREETING=hello} in the environment. Globs know only {@code *}.
 */
public final class MemoryConfigFiles implements ConfigFiles {

    public static final String USER_FILE = "/home/me/.ssh/config";
    public static final String SYSTEM_FILE = "/etc/ssh/ssh_config";

    private final Map<String, Content> contents = new TreeMap<>();

    /** A user's file with this text, and no other. */
    public static MemoryConfigFiles of(String userConfig) {
        return new MemoryConfigFiles().with(USER_FILE, userConfig);
    }

    public MemoryConfigFiles with(String path, String text) {
        return with(path, new Content.Text(text, Safety.SAFE));
    }

    public MemoryConfigFiles with(String path, Content content) {
        contents.put(path, content);
        return this;
    }

    @Override
    public Content read(String path) {
        return contents.getOrDefault(path, new Content.Missing());
    }

    @Override
    public List<String> glob(String pattern) {
        String regex = "\\Q" + pattern.replace("*", "\\E[^/]*\\Q") + "\\E";
        return contents.keySet().stream()
                .filter(path -> Pattern.matches(regex, path))
                .toList();
    }

    @Override
    public String stamp(String path) {
        return contents.getOrDefault(path, new Content.Missing()).toString();
    }

    @Override
    public boolean exists(String path) {
        return contents.containsKey(path);
    }

    @Override
    public Surroundings surroundings() {
        Map<String, String> environment = Map.of("GREETING", "hello", "AGENT", "/run/agent");
        return new Surroundings(
                USER_FILE,
                SYSTEM_FILE,
                "me",
                "1000",
                "/home/me",
                "laptop.example.org",
                name -> Optional.ofNullable(environment.get(name)));
    }

    @Override
    public Optional<String> homeOf(String user) {
        return user.equals("root") ? Optional.of("/") : Optional.empty();
    }

    @Override
    public Optional<Integer> service(String name) {
        return Optional.ofNullable(Map.of("ssh", 22, "http", 80).get(name));
    }
}
