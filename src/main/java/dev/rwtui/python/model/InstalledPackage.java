package dev.rwtui.python.model;

import java.util.Optional;

/**
 * A distribution that is installed in an environment.
 *
 * @param name as its metadata spells it
 * @param build of conda: {@code py310h5f9d8c6_0}
 * @param channel of conda: {@code conda-forge}
 * @param origin where it comes from when that is no index: a URL or a directory (PEP 610)
 */
public record InstalledPackage(
        String name,
        String version,
        Manager manager,
        Optional<String> build,
        Optional<String> channel,
        Optional<String> origin) {

    /** Who installed it. */
    public enum Manager {
        PIP,
        CONDA
    }

    public static InstalledPackage pip(String name, String version) {
        return new InstalledPackage(name, version, Manager.PIP, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static InstalledPackage conda(String name, String version, String build, String channel) {
        return new InstalledPackage(
                name, version, Manager.CONDA, Optional.of(build), Optional.of(channel), Optional.empty());
    }
}
