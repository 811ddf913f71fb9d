package dev.rwtui.python.files;

import java.util.Optional;
import java.util.stream.Stream;

/** Where a package is to come from when that is no index, as the tables of uv and poetry say it. */
final class Addresses {

    private Addresses() {}

    /** {@code git+https://…@commit}, the address of an archive, or a directory; empty for an index. */
    static Optional<String> of(Node source) {
        Optional<String> git = source.text("git").map(Addresses::withPrefix);
        if (git.isPresent()) {
            Optional<String> revision = Stream.of("rev", "tag", "branch")
                    .flatMap(name -> source.text(name).stream())
                    .findFirst();
            return git.map(address -> address + revision.map(it -> "@" + it).orElse(""));
        }
        Optional<String> workspace = source.isTrue("workspace") ? Optional.of("./") : Optional.empty();
        return source.text("url")
                .or(() -> Stream.of("path", "directory", "editable", "virtual")
                        .flatMap(name -> source.text(name).stream())
                        .findFirst()
                        .map(Addresses::directory))
                .or(() -> workspace);
    }

    static String withPrefix(String address) {
        return address.startsWith("git+") ? address : "git+" + address;
    }

    /** So that it is told from a name. */
    static String directory(String path) {
        return path.startsWith("/") || path.startsWith(".") ? path : "./" + path;
    }
}
