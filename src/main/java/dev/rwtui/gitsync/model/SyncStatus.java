package dev.rwtui.gitsync.model;

import java.util.List;
import java.util.Optional;

/**
 * A repository here and on a host.
 *
 * @param path where it is on the host, as it is mapped
 * @param here empty where rwtui was not started in a repository
 * @param there empty where there is none: the verdict says why
 * @param incoming the newest commit of what the remote's branch follows that is known here or there
 * @param differences of the remote's files from its commit; nothing where git there is in the middle of something
 */
public record SyncStatus(
        String path,
        Optional<WorkingCopy> here,
        Optional<WorkingCopy> there,
        Optional<String> incoming,
        Verdict verdict,
        List<Difference> differences) {

    public SyncStatus {
        differences = List.copyOf(differences);
    }
}
