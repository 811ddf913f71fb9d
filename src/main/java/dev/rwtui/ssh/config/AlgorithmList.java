package dev.rwtui.ssh.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A list of algorithms as a configuration writes it: ssh_config(5), Ciphers.
 *
 * @param written names with commas between them, maybe behind {@code +}, {@code -} or {@code ^}; empty where the
 *     configuration is silent
 */
public record AlgorithmList(Optional<String> written) {

    private static final AlgorithmList SILENT = new AlgorithmList(Optional.empty());

    public static AlgorithmList silent() {
        return SILENT;
    }

    /**
     * What is to be offered, the best first.
     *
     * @param own what is offered where the configuration is silent; what {@code +}, {@code -} and {@code ^} change
     * @param able all that can be offered; patterns stand for those of them that they match
     * @return empty where nothing that is wanted can be offered
     */
    public List<String> over(List<String> own, List<String> able) {
        return written.isEmpty()
                ? own
                : new NameList(able, own).assemble(written.get()).or(List.of());
    }

    /** Those that are wanted by name and are not among {@code able}. */
    public List<String> missing(List<String> able) {
        String text = written.orElse("");
        if (text.isEmpty() || text.startsWith("-")) {
            return List.of();
        }
        boolean signed = text.startsWith("+") || text.startsWith("^");
        return Arrays.stream((signed ? text.substring(1) : text).split(","))
                .filter(name -> !name.isEmpty() && Pattern.isLiteral(name) && !able.contains(name))
                .toList();
    }

    /** Whether the order is the user's; else what is known of the server may change it. */
    public boolean isOrdered() {
        return written.filter(text -> !text.startsWith("+") && !text.startsWith("-"))
                .isPresent();
    }
}
