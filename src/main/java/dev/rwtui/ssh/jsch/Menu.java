package dev.rwtui.ssh.jsch;

import dev.rwtui.ssh.config.AlgorithmList;
import java.util.ArrayList;
import java.util.List;

/**
 * The algorithms of one kind that can be offered.
 *
 * @param keyword of ssh_config(5), by which a user chooses among them
 * @param own offered where the configuration is silent, the best first
 * @param more offered only where the configuration names them
 */
record Menu(String keyword, List<String> own, List<String> more) {

    Menu {
        own = List.copyOf(own);
        more = List.copyOf(more);
    }

    List<String> able() {
        List<String> able = new ArrayList<>(own);
        able.addAll(more);
        return able;
    }

    List<String> chosen(AlgorithmList list) {
        return list.over(own, able());
    }
}
