package dev.rwtui.gitsync;

import java.util.List;
import java.util.Optional;

/** What a user may still write to a file system. */
final class Disk {

    private Disk() {}

    /**
     * @param df the output of {@code df -Pk} for one directory
     * @param quotas the output of {@code quota -w}; blocks of 1 KiB
     * @return bytes; empty where df has not told
     */
    static Optional<Long> free(List<String> df, List<String> quotas) {
        if (df.size() < 2) {
            return Optional.empty();
        }
        String[] words = df.get(df.size() - 1).split("\\s+");
        if (words.length < 6 || !words[3].matches("[0-9]{1,15}")) {
            return Optional.empty();
        }
        long free = Long.parseLong(words[3]);
        for (String line : quotas) {
            String[] quota = line.strip().split("\\s+");
            if (quota.length > 3 && quota[0].equals(words[0])) {
                free = Math.min(free, left(quota));
            }
        }
        return Optional.of(Math.max(0, free) << 10);
    }

    /** {@code filesystem blocks quota limit ...}; a star marks blocks above the quota, and 0 is no limit. */
    private static long left(String[] quota) {
        String used = quota[1].replace("*", "");
        if (!(used + quota[2] + quota[3]).matches("[0-9]{1,40}")) {
            return Long.MAX_VALUE;
        }
        long soft = Long.parseLong(quota[2]);
        long hard = Long.parseLong(quota[3]);
        long limit = hard > 0 ? hard : soft;
        return limit > 0 ? limit - Long.parseLong(used) : Long.MAX_VALUE;
    }
}
