package dev.rwtui.testing.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** What conda and its like keep of something installed, in {@code conda-meta}. */
record CondaPackage(String name, String version, String build, String channel) {

    private static final String JSON = """
            {
              "build": "%2$s",
              "build_number": 0,
              "channel": "https://conda.anaconda.org/%3$s/linux-64",
              "constrains": [],
              "depends": [
                "libgcc-ng >=12",
                "python >=3.8"
              ],
              "extracted_package_dir": "/pkgs/%1$s-%4$s-%2$s",
              "files": [
                "share/%1$s/name"
              ],
              "fn": "%1$s-%4$s-%2$s.conda",
              "license": "BSD-3-Clause",
              "link": {
                "source": "/pkgs/%1$s-%4$s-%2$s",
                "type": 1
              },
              "name": "%1$s",
              "paths_data": {
                "paths": [
                  {
                    "_path": "share/%1$s/name",
                    "path_type": "hardlink"
                  }
                ],
                "paths_version": 1
              },
              "subdir": "linux-64",
              "url": "https://conda.anaconda.org/%3$s/linux-64/%1$s-%4$s-%2$s.conda",
              "version": "%4$s"
            }
            """;

    static CondaPackage python(String version) {
        return new CondaPackage("python", version, "h955ad1f_0_cpython", "conda-forge");
    }

    static List<CondaPackage> plain(int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> new CondaPackage("lib-plain-" + n, "2." + n, "h5f9d8c6_" + n, "conda-forge"))
                .toList();
    }

    void write(Path meta) throws IOException {
        Files.writeString(
                meta.resolve(name + "-" + version + "-" + build + ".json"),
                JSON.formatted(name, build, channel, version));
    }
}
