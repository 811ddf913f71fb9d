package dev.rwtui.python.model;

import dev.rwtui.python.model.InstalledPackage.Manager;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wanted of a package. */
public sealed interface Constraint {

    /** Anything that has the name. */
    static Constraint any() {
        return new Pep440("", List.of(Specifiers.ANY));
    }

    /** How an installed package suits; from good to bad. */
    enum Fit {
        FITS,
        /** The version is right; the build of conda, the channel, or the commit is not. */
        OTHER_BUILD,
        OTHER_VERSION
    }

    Fit fit(InstalledPackage installed);

    /** Whether python in this version is one: a constraint of python itself. */
    default boolean admitsPython(String version) {
        return fit(InstalledPackage.pip("python", version)) != Fit.OTHER_VERSION;
    }

    /** For the screen: {@code >=1.20,<2}, {@code 2.1.0+cu118}; empty where anything is right. */
    String words();

    /**
     * Versions by PEP 440.
     *
     * @param text as it was written
     * @param anyOf alternatives; one is enough
     */
    record Pep440(String text, List<Specifiers> anyOf) implements Constraint {

        public Pep440 {
            anyOf = List.copyOf(anyOf);
        }

        public static Constraint of(Specifiers specifiers) {
            return new Pep440(specifiers.text(), List.of(specifiers));
        }

        @Override
        public Fit fit(InstalledPackage installed) {
            boolean fits = anyOf.stream().anyMatch(one -> one.admit(installed.version()));
            return fits ? Fit.FITS : Fit.OTHER_VERSION;
        }

        @Override
        public String words() {
            return text;
        }

        /** As pip takes it; empty where it is an alternative, which pip has no words for. */
        public Optional<String> forPip() {
            return anyOf.size() == 1
                    ? Optional.of(anyOf.get(0).all().stream()
                            .map(one -> one.operator() + one.version())
                            .collect(Collectors.joining(",")))
                    : Optional.empty();
        }
    }

    /** What conda would take. What pip has installed has no build and no channel to be wrong. */
    record Conda(CondaSpec spec) implements Constraint {

        @Override
        public Fit fit(InstalledPackage installed) {
            if (!spec.admitsVersion(installed.version())) {
                return Fit.OTHER_VERSION;
            }
            boolean fits = installed.build().map(spec::admitsBuild).orElse(true)
                    && installed.channel().map(spec::admitsChannel).orElse(true);
            return fits ? Fit.FITS : Fit.OTHER_BUILD;
        }

        @Override
        public String words() {
            return spec.text().substring(spec.text().lastIndexOf("::") + 1).replaceFirst("^:?[A-Za-z0-9_.-]+\\s*", "");
        }
    }

    /**
     * One version, as a lock names it or another environment has it.
     *
     * @param manager who installs it; versions of conda and pip are the same but for their local part
     * @param build of conda; empty where any is right
     * @param channel of conda; empty where any is right
     * @param origin where it comes from when that is no index
     */
    record Exact(
            String version, Manager manager, Optional<String> build, Optional<String> channel, Optional<String> origin)
            implements Constraint {

        public static Exact pip(String version) {
            return new Exact(version, Manager.PIP, Optional.empty(), Optional.empty(), Optional.empty());
        }

        public static Exact of(InstalledPackage installed) {
            return new Exact(
                    installed.version(),
                    installed.manager(),
                    installed.build(),
                    installed.channel(),
                    installed.origin());
        }

        /** For where builds cannot be the same, as on another system. */
        Exact ofAnyBuild() {
            return new Exact(version, manager, Optional.empty(), channel, origin);
        }

        @Override
        public Fit fit(InstalledPackage installed) {
            Fit versions = fitOfVersion(installed);
            if (versions != Fit.FITS) {
                return versions;
            }
            boolean otherBuild = differ(build, installed.build())
                    || differ(
                            channel.map(CondaSpec::channelName),
                            installed.channel().map(CondaSpec::channelName))
                    || differ(
                            origin.flatMap(Origins::commit), installed.origin().flatMap(Origins::commit));
            return otherBuild ? Fit.OTHER_BUILD : Fit.FITS;
        }

        private Fit fitOfVersion(InstalledPackage installed) {
            Optional<PythonVersion> wanted = PythonVersion.parse(version);
            Optional<PythonVersion> present = PythonVersion.parse(installed.version());
            if (wanted.isEmpty() || present.isEmpty()) {
                boolean same = version.equals(installed.version())
                        || CondaVersion.parse(version)
                                .filter(it -> CondaVersion.parse(installed.version())
                                        .filter(it::equals)
                                        .isPresent())
                                .isPresent();
                return same ? Fit.FITS : Fit.OTHER_VERSION;
            }
            if (wanted.get().equals(present.get())) {
                return Fit.FITS;
            }
            // The wheel torch 2.1.0+cu118 and conda's pytorch 2.1.0, whose build says cuda11.8, are builds of one
            // version.
            boolean onePublic = wanted.get().withoutLocal().equals(present.get().withoutLocal());
            return onePublic && manager != installed.manager() ? Fit.OTHER_BUILD : Fit.OTHER_VERSION;
        }

        private static boolean differ(Optional<String> a, Optional<String> b) {
            return a.isPresent() && b.isPresent() && !a.equals(b);
        }

        @Override
        public String words() {
            return version;
        }
    }

    /** From a repository, an archive or a directory. What an index has of the same name is something else. */
    record Url(String url) implements Constraint {

        @Override
        public Fit fit(InstalledPackage installed) {
            return installed.origin().map(origin -> Origins.fit(url, origin)).orElse(Fit.OTHER_VERSION);
        }

        @Override
        public String words() {
            return Origins.shown(url);
        }
    }
}
