package dev.rwtui.ssh.config;

/**
 * Where a configuration is read.
 *
 * @param ssh the OpenSSH whose rules count
 */
public record Site(ConfigFiles files, Machine machine, OpenSsh ssh) {

    /** Files alone, read by the newest rules. */
    public static Site of(ConfigFiles files) {
        return new Site(files, Machine.NONE, OpenSsh.NEWEST);
    }
}
