package dev.rwtui.python.files;

/**
 * A file that has been read.
 *
 * @param name with or without directories; its last part tells what it is
 * @param text all of it
 */
public record SourceFile(String name, String text) {

    /** Its name without directories. */
    String baseName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** What another file is called that this one names: relative to where this one is. */
    String sibling(String path) {
        boolean isWhole = path.startsWith("/") || path.contains("://");
        return isWhole ? path : name.substring(0, name.lastIndexOf('/') + 1) + path;
    }

    String place(int line) {
        return line > 0 ? name + ":" + line + ": " : name + ": ";
    }

    /** The first line that holds a text, counted from 1; 0 where none does. For formats whose reader tells no lines. */
    int lineOf(String part) {
        int at = part.isEmpty() ? -1 : text.indexOf(part);
        return at < 0
                ? 0
                : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
