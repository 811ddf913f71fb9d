package dev.rwtui.facts;

import dev.rwtui.facts.model.Disk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the file systems of directories. */
final class DiskReading {

    private static final String LATE = "no answer within 2 s";

    private final Told told;
    private final Findings findings;

    DiskReading(Told told, Findings findings) {
        this.told = told;
        this.findings = findings;
    }

    /** @param parts of the script, {@code home} or {@code repository} */
    List<Disk> disks(List<String> parts) {
        Map<String, Disk.Quota> quotas = quotas();
        List<Disk> disks = new ArrayList<>();
        for (String part : parts) {
            disk(part, quotas).ifPresent(disks::add);
        }
        return disks;
    }

    private Map<String, Disk.Quota> quotas() {
        Optional<Answer> answer = told.answer("quotas");
        if (answer.filter(text -> text.end() == Answer.End.LATE).isPresent()) {
            findings.unfinished("quota", LATE);
        }
        return answer.map(text -> QuotaTable.parse(text.section(""))).orElse(Map.of());
    }

    private Optional<Disk> disk(String part, Map<String, Disk.Quota> quotas) {
        Optional<Answer> answer = told.answer(part);
        Optional<DiskTables.Mount> mount = DiskTables.nearest(
                told.field(part + " mounts", 0).equals("mounts") ? told.field(part + " mounts", 1) : "");
        Optional<DiskTables.Row> row = answer.flatMap(text -> DiskTables.row(text.section("df")));
        if (row.isEmpty()) {
            findings.unfinished(part + " directory", why(answer, mount));
            return Optional.empty();
        }
        if (answer.filter(text -> text.end() == Answer.End.LATE).isPresent()) {
            findings.unfinished(part + " directory", "not all was told within 2 s");
        }
        return Optional.of(disk(answer.orElseThrow(), row.get(), mount, quotas));
    }

    private static String why(Optional<Answer> answer, Optional<DiskTables.Mount> mount) {
        if (answer.isEmpty()) {
            return "not told in time";
        }
        String said = String.join(" ", answer.get().section(""), answer.get().section("df"))
                .strip();
        String where = mount.map(
                        found -> " from " + found.mountPoint() + " (" + found.type() + ", " + found.device() + ")")
                .orElse("");
        return answer.get().end() == Answer.End.LATE ? LATE + where : said.isEmpty() ? "df says nothing" : said;
    }

    private static Disk disk(
            Answer answer, DiskTables.Row row, Optional<DiskTables.Mount> mount, Map<String, Disk.Quota> quotas) {
        Optional<String> type = row.type()
                .or(() -> mount.filter(found -> found.mountPoint().equals(row.mountPoint()))
                        .map(DiskTables.Mount::type))
                .or(() -> MacTables.type(answer.section("mount"), row.mountPoint()));
        Map<String, Disk.Quota> lustre = QuotaTable.parse(answer.section("lustre"));
        return new Disk(
                answer.section("path"),
                row.device(),
                row.mountPoint(),
                type,
                row.size(),
                row.used(),
                row.available(),
                DiskTables.inodes(answer.section("inodes")),
                Stream.of(quotas.get(row.device()), lustre.get(row.mountPoint()))
                        .flatMap(Stream::ofNullable)
                        .toList());
    }
}
