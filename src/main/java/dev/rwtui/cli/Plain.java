package dev.rwtui.cli;

/** Text from outside on its way to a terminal. */
final class Plain {

    private Plain() {}

    /** The text on one line, every character that could steer a terminal or reorder the line replaced by {@code ?}. */
    static String text(String outside) {
        return line(outside).replace('\t', ' ');
    }

    /** As {@link #text}, with its tabs. */
    static String line(String outside) {
        if (isPlain(outside)) {
            return outside;
        }
        StringBuilder plain = new StringBuilder(outside.length());
        outside.codePoints().map(Plain::tame).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Most text is, and is spared the streams' loading. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static int tame(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> codePoint == '\t' ? '\t' : codePoint == '\n' ? ' ' : '?';
            default -> codePoint;
        };
    }
}
