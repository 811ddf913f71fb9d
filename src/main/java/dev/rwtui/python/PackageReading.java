package dev.rwtui.python;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rwtui.python.model.InstalledPackage;
import dev.rwtui.python.model.InstalledPackage.Manager;
import dev.rwtui.python.model.PackageSet;
import dev.rwtui.remote.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a set of packages of what the script says. For one thread. */
final class PackageReading {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** conda-meta/NAME-VERSION-BUILD */
    private static final Pattern RECORD = Pattern.compile("(?:.*/)?(?<name>.+)-(?<version>[^-]+)-(?<build>[^-]+)");

    private static final Pattern CHANNEL = Pattern.compile("\"channel\":\\s*\"(?<channel>[^\"]*)\"");
    private static final Pattern SUBDIR = Pattern.compile("/(noarch|(linux|osx|win|emscripten|wasi)-[a-z0-9_]+)/?$");

    /** Of the file's name where the metadata says nothing: NAME-VERSION, of an egg with the python's. */
    private static final Pattern FILE = Pattern.compile(
            "(?<name>.+?)(?:-(?<version>[0-9][^-]*))?(?:-py[0-9].*)?\\.(?:dist-info|egg-info|egg-link)");

    private final String prefix;
    private final Map<String, InstalledPackage> conda = new LinkedHashMap<>();
    private final Map<String, InstalledPackage> pip = new LinkedHashMap<>();
    private Optional<String> python = Optional.empty();
    private String system = "";
    private String machine = "";
    private boolean found;

    PackageReading(String prefix) {
        this.prefix = prefix;
    }

    void hear(Frame said) {
        Frame frame = Frames.read(said);
        switch (frame.kind()) {
            case "found" -> found = true;
            case "system" -> {
                system = frame.field(0);
                machine = frame.field(1);
            }
            case "python" -> python = Optional.of(frame.field(0)).filter(version -> !version.isEmpty());
            case "conda" -> takeConda(frame);
            case "distribution" -> takeDistribution(frame);
            default -> {}
        }
    }

    /** Empty where there is no environment. */
    Optional<PackageSet> packages() {
        if (!found) {
            return Optional.empty();
        }
        List<InstalledPackage> all = new ArrayList<>(conda.values());
        pip.forEach((name, installed) -> {
            if (!conda.containsKey(name)) {
                all.add(installed);
            }
        });
        all.sort(Comparator.comparing((InstalledPackage installed) -> normal(installed.name()))
                .thenComparing(InstalledPackage::version));
        return Optional.of(new PackageSet(prefix, python, system, machine, all));
    }

    private void takeConda(Frame frame) {
        Matcher record = RECORD.matcher(frame.field(0));
        Matcher channel = CHANNEL.matcher(frame.field(1));
        if (record.matches()) {
            String name = record.group("name");
            conda.put(
                    normal(name),
                    new InstalledPackage(
                            name,
                            record.group("version"),
                            Manager.CONDA,
                            Optional.of(record.group("build")),
                            channel.find() ? Optional.of(channelName(channel.group("channel"))) : Optional.empty(),
                            Optional.empty()));
        }
    }

    /** As conda lists it: {@code conda-forge}, {@code pkgs/main}. */
    private static String channelName(String channel) {
        String path = SUBDIR.matcher(channel).replaceFirst("");
        // Private channels have a token in the place of a directory.
        return path.replaceFirst("^[a-z]+://[^/]+/", "").replaceFirst("^t/[^/]+/", "");
    }

    /** What conda has installed has conda's record; its name there may be another ({@code pytorch}). */
    private void takeDistribution(Frame frame) {
        Matcher file = FILE.matcher(frame.field(0));
        if (!file.matches() || (frame.field(3).equals("conda") && !conda.isEmpty())) {
            return;
        }
        String name = frame.field(1).isEmpty() ? file.group("name") : frame.field(1);
        String version = frame.field(2).isEmpty()
                ? Optional.ofNullable(file.group("version")).orElse("")
                : frame.field(2);
        Optional<String> source = Optional.of(frame.field(5)).filter(path -> !path.isEmpty());
        pip.putIfAbsent(
                normal(name),
                new InstalledPackage(
                        name,
                        version,
                        Manager.PIP,
                        Optional.empty(),
                        Optional.empty(),
                        source.or(() -> origin(frame.field(4)))));
    }

    /** {@code direct_url.json} (PEP 610), in the words of {@code pip freeze}. */
    private static Optional<String> origin(String json) {
        try {
            JsonNode direct = JSON.readTree(json);
            String url = direct.path("url").asText("").replaceFirst("(?<=://)[^/@]*@", "");
            JsonNode vcs = direct.path("vcs_info");
            if (!vcs.isMissingNode()) {
                String commit = vcs.path("commit_id").asText("");
                return Optional.of(vcs.path("vcs").asText("") + "+" + url + (commit.isEmpty() ? "" : "@" + commit));
            }
            return url.isEmpty() ? Optional.empty() : Optional.of(url.replaceFirst("^file://(?=/)", ""));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** PEP 503. */
    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }
}
