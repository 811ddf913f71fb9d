package dev.rwtui.gitsync.model;

/** A path of the remote that is not as its commit has it, and where its content is beside there. */
public record Difference(Change change, Standing standing) {

    /** Where else the content is. */
    public enum Standing {
        INCOMING("equals the incoming commit"),
        HERE("equals the file here"),
        NOWHERE_ELSE("exists nowhere else");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
