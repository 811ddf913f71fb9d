package dev.rwtui.python.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything that is installed in one environment.
 *
 * @param prefix its {@code sys.prefix}
 * @param python the version of its interpreter: {@code 3.10.13}; empty where it has none, or nothing tells
 * @param system as {@code uname -s} prints it: {@code Linux}
 * @param machine as {@code uname -m} prints it: {@code x86_64}
 * @param packages in the order of their names
 */
public record PackageSet(
        String prefix, Optional<String> python, String system, String machine, List<InstalledPackage> packages) {

    public PackageSet {
        packages = List.copyOf(packages);
    }
}
