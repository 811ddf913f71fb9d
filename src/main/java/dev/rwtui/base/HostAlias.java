package dev.rwtui.base;

/**
 * The name after {@code Host} in an ssh_config, or what the user typed in its place: how a person names a machine. It is
 * not the host name, which is where the alias leads.
 */
public record HostAlias(String value) implements Comparable<HostAlias> {

    public HostAlias {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an alias is not empty");
        }
    }

    @Override
    public int compareTo(HostAlias other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
