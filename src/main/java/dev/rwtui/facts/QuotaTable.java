package dev.rwtui.facts;

import dev.rwtui.facts.model.Disk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What quota(1) and {@code lfs quota} print: a file system, then blocks of 1 KiB and files, each as what is used, the soft
 * limit, the hard one and a grace period. quota leaves the last out where there is none, Lustre has a dash.
 */
final class QuotaTable {

    private QuotaTable() {}

    /** By what is mounted (quota) or where (Lustre). No entry where there is no limit. */
    static Map<String, Disk.Quota> parse(String text) {
        Map<String, Disk.Quota> quotas = new LinkedHashMap<>();
        String begun = "";
        for (String line : text.lines().toList()) {
            List<String> words = Arrays.asList((begun + " " + line).strip().split("\\s+"));
            begun = words.size() == 1 ? words.get(0) : "";
            quota(words.subList(1, words.size())).ifPresent(quota -> quotas.put(words.get(0), quota));
        }
        return quotas;
    }

    private static Optional<Disk.Quota> quota(List<String> words) {
        List<Long> numbers = new ArrayList<>();
        for (String word : words) {
            // Over the limit: 1234*. Not from all servers: [1234].
            Optional<Long> number = Numbers.whole(word.replaceAll("[\\[\\]*]", ""));
            if (number.isEmpty() && numbers.size() != 3 && numbers.size() != 6) {
                return Optional.empty();
            }
            number.ifPresent(numbers::add);
        }
        if (numbers.size() != 6) {
            return Optional.empty();
        }
        Disk.Quota quota = new Disk.Quota(
                Numbers.bytes(numbers.get(0), 1024),
                limit(numbers.get(1)).map(kib -> Numbers.bytes(kib, 1024)),
                limit(numbers.get(2)).map(kib -> Numbers.bytes(kib, 1024)),
                numbers.get(3),
                limit(numbers.get(4)),
                limit(numbers.get(5)));
        boolean limited = quota.soft().isPresent()
                || quota.hard().isPresent()
                || quota.softFiles().isPresent()
                || quota.hardFiles().isPresent();
        return limited ? Optional.of(quota) : Optional.empty();
    }

    /** None is written as 0. */
    private static Optional<Long> limit(long number) {
        return number > 0 ? Optional.of(number) : Optional.empty();
    }
}
