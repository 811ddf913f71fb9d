package dev.rwtui.gitsync;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Shell scripts that make trees, and change them, in every way that people and programs do; from a seed. */
final class RandomTrees {

    /** Names as a shell script has them; {@code $1} and so on hold bytes that a script cannot. */
    private static final List<String> NAMES = List.of(
            "plain",
            "'two words'",
            "./-dash",
            "'quo\"te'",
            "\"apo'strophe\"",
            "'back\\slash'",
            "'*'",
            "' lead'",
            "'trail '",
            "\"$newline\"",
            "\"$latin\"",
            "\"$tab\"",
            "\"$escape\"",
            "ü",
            ".hidden",
            "'a?b'",
            "Upper",
            "[x]");

    /** What a script begins with. */
    static final String PRELUDE = """
            newline=$(printf 'new\\nline')
            latin=$(printf 'caf\\351')
            tab=$(printf 'ta\\tb')
            escape=$(printf 'esc\\033[31m')
            git config core.hooksPath /dev/null
            put() { rm -rf "$1"; case $1 in */*) way "${1%/*}" ;; esac; printf '%s\\n' "$2" >"$1"; }
            way() { _w=; _r=$1/; while [ -n "$_r" ]; do _w=$_w${_r%%/*}; _r=${_r#*/}
              if [ -h "$_w" ] || { [ -e "$_w" ] && [ ! -d "$_w" ]; }; then rm -f "$_w"; fi
              [ -d "$_w" ] || mkdir "$_w"; _w=$_w/; done; }
            """;

    private final Random random;
    private final List<String> paths = new ArrayList<>();

    RandomTrees(long seed) {
        this.random = new Random(seed);
        for (String name : NAMES) {
            paths.add(name);
            paths.add("dir/" + bare(name));
            paths.add("dir/deep/" + bare(name));
            paths.add("'two words'/" + bare(name));
        }
        paths.add("dir");
        paths.add("dir/deep");
    }

    private static String bare(String name) {
        return name.startsWith("./") ? name.substring(2) : name;
    }

    /** Of the first commit. */
    String base() {
        StringBuilder script = new StringBuilder(PRELUDE);
        for (int i = 0; i < 12; i++) {
            script.append(put());
        }
        script.append("printf '%s\\n' '*.log' build/ ignored >.gitignore\n");
        if (random.nextInt(4) == 0) {
            script.append("printf '%s\\n' '*.crlf text eol=crlf' '* text=auto' >.gitattributes\n");
            script.append("put some.crlf \"$(printf 'a\\r\\nb\\r')\"\n");
        }
        return script.toString();
    }

    /** Of the commit that comes in. */
    String incoming() {
        StringBuilder script = new StringBuilder(PRELUDE);
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            script.append(random.nextInt(3) == 0 ? delete() : change());
        }
        script.append("put always \"" + random.nextInt() + "\"\n");
        return script.toString();
    }

    /** What is done to files there. {@code $here} is the clone that has the incoming commit. */
    String dirt(String here) {
        StringBuilder script =
                new StringBuilder(PRELUDE).append("here='").append(here).append("'\n");
        int changes = random.nextInt(14);
        for (int i = 0; i < changes; i++) {
            script.append(dirty());
        }
        return script.toString();
    }

    private String dirty() {
        String path = path();
        return switch (random.nextInt(16)) {
            case 0, 1 -> delete();
            case 2 -> "git add -A -- " + path + " 2>/dev/null || :\n";
            case 3 -> "git rm -q --cached -r -- " + path + " 2>/dev/null || :\n";
            case 4 -> "[ ! -f " + path + " ] || chmod " + (random.nextBoolean() ? "600 " : "755 ") + path + "\n";
            case 5, 6, 7 ->
                "if [ -f \"$here\"/" + bare(path) + " ]; then rm -rf " + path + "; case " + path
                        + " in */*) _d=" + path + "; way \"${_d%/*}\" ;; esac; cp -P \"$here\"/" + bare(path) + " "
                        + path
                        + "; fi\n";
            case 8 -> "way empty/" + random.nextInt(3) + "\n";
            case 9 -> "put out/" + random.nextInt(3) + ".log ignored\nput ignored \"" + random.nextInt() + "\"\n";
            case 10 -> "[ -e nested ] || git init -q nested\n";
            case 11 -> "put untracked/" + bare(name()) + " \"" + random.nextInt() + "\"\n";
            default -> change();
        };
    }

    private String change() {
        return switch (random.nextInt(6)) {
            case 0 -> "rm -rf " + path() + "\n" + link();
            case 1 -> {
                String path = path();
                yield "[ ! -f " + path + " ] || [ -h " + path + " ] || { chmod +x " + path + "; }\n";
            }
            default -> put();
        };
    }

    private String link() {
        String path = path();
        return "rm -rf " + path + "; case " + path + " in */*) _d=" + path + "; way \"${_d%/*}\" ;; esac; ln -s "
                + "'target " + random.nextInt(3) + "' " + path + "\n";
    }

    private String put() {
        return "put " + path() + " \"" + random.nextInt(5) + "\"\n";
    }

    private String delete() {
        return "rm -rf " + path() + "\n";
    }

    private String path() {
        return paths.get(random.nextInt(paths.size()));
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }
}
