package dev.rwtui.repo.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The forms of Azure DevOps: {@code v3/organisation/project/repository} by ssh, {@code organisation/project/_git/repository}
 * by https, and the host of old, whose first part is the organisation. A repository named like its project goes without it.
 */
final class Azure {

    static final String HOST = "dev.azure.com";

    private static final String OLD = ".visualstudio.com";

    private Azure() {}

    static boolean isHost(String host) {
        return host.equals(HOST) || host.endsWith(OLD);
    }

    /** {@code organisation/project/repository}. */
    static String path(String host, String path) {
        List<String> parts = new ArrayList<>(List.of(path.split("/")));
        if (host.endsWith(OLD)) {
            parts.remove("DefaultCollection");
            parts.add(0, host.substring(0, host.length() - OLD.length()));
        }
        if (parts.get(0).equals("v3")) {
            parts.remove(0);
        }
        int git = parts.indexOf("_git");
        if (git == 1 && parts.size() == 3) {
            parts.set(1, parts.get(2));
        } else if (git == 2) {
            parts.remove(2);
        }
        return String.join("/", parts);
    }
}
