package dev.rwtui.tui.model;

import dev.rwtui.python.model.InstalledPackage;
import dev.rwtui.python.model.PackageSet;
import java.util.List;

/** The packages of an environment that the filter lets through, in the order of their names. */
public final class PackagesPage {

    private PackagesPage() {}

    public static List<InstalledPackage> of(AppState state, Overlay.Packages shown) {
        return state
                .facts()
                .pythons()
                .listing(shown.environment())
                .flatMap(Pythons.Listing::packages)
                .map(PackageSet::packages)
                .orElse(List.of())
                .stream()
                .filter(one -> shown.filter().finds(one.name()))
                .toList();
    }
}
