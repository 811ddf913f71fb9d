package dev.rwtui.testing.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What pip or its like leaves of something installed.
 *
 * @param installer as it signs
 */
record Distribution(String name, String version, String installer) {

    static Distribution byPip(String name, String version) {
        return new Distribution(name, version, "pip");
    }

    /** What decides whether code runs on somebody's machine. */
    static List<Distribution> heavy() {
        return List.of(
                byPip("torch", "2.1.0+cu118"),
                byPip("numpy", "1.26.2"),
                byPip("jax", "0.4.20"),
                byPip("tensorflow", "2.15.0"),
                byPip("nvidia-cuda-runtime-cu12", "12.1.105"),
                byPip("ruamel.yaml", "0.18.5"));
    }

    /** That many that nobody has heard of. */
    static List<Distribution> plain(int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> byPip("plain-package-" + n, "1." + n + ".0"))
                .toList();
    }

    /** As a wheel is installed. */
    void write(Path site) throws IOException {
        Path directory = Files.createDirectories(site.resolve(fileName() + "-" + version + ".dist-info"));
        Files.writeString(directory.resolve("METADATA"), metadata());
        Files.writeString(directory.resolve("INSTALLER"), installer + "\n");
        String own = directory.getFileName() + "/";
        Files.writeString(
                directory.resolve("RECORD"),
                importName() + "/__init__.py,,\n" + own + "METADATA,,\n" + own + "INSTALLER,,\n" + own + "RECORD,,\n");
    }

    /** As what has no wheel was installed by older tools, and by distributions still. */
    void writeEgg(Path site, String minor) throws IOException {
        Path directory =
                Files.createDirectories(site.resolve(fileName() + "-" + version + "-py" + minor + ".egg-info"));
        Files.writeString(directory.resolve("PKG-INFO"), metadata());
        Files.writeString(directory.resolve("top_level.txt"), importName() + "\n");
    }

    /** As {@code pip install -e} does: PEP 610, PEP 660. */
    void writeEditable(Path site, Path source) throws IOException {
        write(site);
        Files.writeString(
                site.resolve(fileName() + "-" + version + ".dist-info/direct_url.json"),
                "{\"dir_info\": {\"editable\": true}, \"url\": \"file://" + source + "\"}");
        Files.writeString(site.resolve("__editable__." + fileName() + "-" + version + ".pth"), source + "\n");
    }

    private String metadata() {
        return "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\nSummary: of the lab\n\n" + name
                + " is not really here.\n";
    }

    private String fileName() {
        return name.replace('-', '_');
    }

    private String importName() {
        return fileName().replace('.', '_');
    }
}
