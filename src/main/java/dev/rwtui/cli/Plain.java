package dev.rwtui.cli;

/** Text from outside on its way to a terminal. */
final class Plain {

    private Plain() {}

    /** The text on one line, every character that could steer a terminal or reorder the line replaced by {@code ?}. */
    static String text(String outside) {
        StringBuilder plain = new StringBuilder(outside.length());
        outside.codePoints().map(Plain::tame).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int tame(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> codePoint == '\t' || codePoint == '\n' ? ' ' : '?';
            default -> codePoint;
        };
    }
}
