package dev.rwtui.bench;

/** The page that the table stands on. */
final class Report {

    static final String BEGIN = "<!-- the table begins -->\n";
    static final String END = "<!-- the table ends -->\n";

    private Report() {}

    /** The page with another table between its two marks. */
    static String with(String page, String table) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the page has no place for the table");
        }
        return page.substring(0, begin) + BEGIN + table + page.substring(end);
    }
}
