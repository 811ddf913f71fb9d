package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Always;
import dev.rwtui.ssh.config.ParsedFile.Condition;
import dev.rwtui.ssh.config.ParsedFile.HostLine;
import dev.rwtui.ssh.config.ParsedFile.IncludeLine;
import dev.rwtui.ssh.config.ParsedFile.Node;
import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Files, includes in place, as one sequence of blocks in the order in which {@code ssh} meets them. Blocks that only
 * spell names out are found by name, so that a thousand hosts do not cost a walk over a thousand blocks each.
 */
final class Outline {

    static final Outline EMPTY = of(List.of());

    /** The gate of a block that stands in no other. */
    static final int NO_GATE = -1;

    private final List<Block> blocks = new ArrayList<>();
    private final Places general = new Places();
    private final Map<String, Places> named = new HashMap<>();

    private Outline() {}

    /**
     * Lines under one condition.
     *
     * @param number its place
     * @param gate the block whose include leads here, which has to apply for this one to; {@link #NO_GATE} for none
     */
    record Block(int number, int gate, Condition condition, List<Node> nodes) {}

    static Outline of(List<ParsedFile> files) {
        Outline outline = new Outline();
        for (ParsedFile file : files) {
            outline.add(file, NO_GATE);
        }
        for (Block block : outline.blocks) {
            outline.register(block);
        }
        return outline;
    }

    int size() {
        return blocks.size();
    }

    Block block(int number) {
        return blocks.get(number);
    }

    /** The numbers of the blocks that may apply to a name, or must be seen whatever they say, in order. */
    int[] candidates(String name) {
        Places own = named.get(name);
        return own == null ? general.sorted() : general.with(own).sorted();
    }

    private void add(ParsedFile file, int gate) {
        // The block that must apply for the next line to; after an include, it goes on in a part of its own.
        int scope = gate;
        boolean open = false;
        for (Node node : file.nodes()) {
            if (node instanceof IncludeLine include) {
                for (ParsedFile included : include.files()) {
                    add(included, scope);
                }
                open = false;
            } else if (node instanceof Condition condition) {
                scope = begin(gate, condition);
                open = true;
            } else {
                if (!open) {
                    begin(scope, Always.INSTANCE);
                    open = true;
                }
                blocks.get(blocks.size() - 1).nodes().add(node);
            }
        }
    }

    private int begin(int gate, Condition condition) {
        int number = blocks.size();
        blocks.add(new Block(number, gate, condition, new ArrayList<>()));
        return number;
    }

    private void register(Block block) {
        List<String> names = isPlain(block) ? names(block) : List.of();
        if (names.isEmpty()) {
            general.add(block.number());
        }
        for (String name : names) {
            named.computeIfAbsent(name, key -> new Places()).add(block.number());
        }
    }

    /** The only names that a block can apply to; empty where it may be more. */
    private List<String> names(Block block) {
        if (block.condition() instanceof HostLine host) {
            return host.namesOnlyLiterals() && host.fault().isEmpty() ? host.patterns() : List.of();
        }
        boolean inherits = block.condition() instanceof Always && block.gate() != NO_GATE;
        return inherits ? names(blocks.get(block.gate())) : List.of();
    }

    /** Whether nothing in a block matters where the block does not apply. */
    private static boolean isPlain(Block block) {
        for (Node node : block.nodes()) {
            if (!(node instanceof Setting setting) || setting.keyword().scope() == Keyword.Scope.EVERYWHERE) {
                return false;
            }
        }
        return true;
    }

    /** A growing list of numbers, each larger than the one before. */
    private static final class Places {

        private int[] values = new int[2];
        private int size;

        void add(int value) {
            if (size > 0 && values[size - 1] == value) {
                return;
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int[] sorted() {
            return Arrays.copyOf(values, size);
        }

        Places with(Places other) {
            Places merged = new Places();
            merged.values = new int[Math.max(1, size + other.size)];
            int mine = 0;
            int theirs = 0;
            while (mine < size || theirs < other.size) {
                boolean takeMine = theirs == other.size || (mine < size && values[mine] < other.values[theirs]);
                merged.add(takeMine ? values[mine++] : other.values[theirs++]);
            }
            return merged;
        }
    }
}
