package dev.rwtui.python.model;

import dev.rwtui.base.HostAlias;

/** How a person names one side of a comparison. */
public sealed interface EnvironmentRef {

    /** On this machine, in place of a host. */
    String HERE = ".";

    /**
     * An environment of a host.
     *
     * @param environment its name, its prefix or the path of its python
     */
    record OnHost(HostAlias host, String environment) implements EnvironmentRef {
        @Override
        public String words() {
            return host + ":" + environment;
        }
    }

    /** An environment of this machine; named as on a host. */
    record Here(String environment) implements EnvironmentRef {
        @Override
        public String words() {
            return HERE + ":" + environment;
        }
    }

    /**
     * A file of this machine that says what an environment is to have.
     *
     * @param path absolute
     * @param shown as the person wrote it
     */
    record InFile(String path, String shown) implements EnvironmentRef {
        @Override
        public String words() {
            return shown;
        }
    }

    /** As it is typed. */
    String words();

    /**
     * {@code HOST:NAME}, {@code HOST:/path}, {@code .:NAME}; whatever has a slash before the colon, or no colon, is a file.
     *
     * @param directory absolute; what the path of a file starts from
     */
    static EnvironmentRef parse(String text, String directory) {
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        if (colon <= 0 || colon == text.length() - 1 || (slash >= 0 && slash < colon)) {
            String path = text.startsWith("/") ? text : directory + "/" + text;
            return new InFile(path, text);
        }
        String host = text.substring(0, colon);
        String name = text.substring(colon + 1);
        return host.equals(HERE) ? new Here(name) : new OnHost(new HostAlias(host), name);
    }
}
