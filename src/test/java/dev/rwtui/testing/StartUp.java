package dev.rwtui.testing;

/** What people have in the file that their shell reads at its beginning. Each first leaves a file {@code began}. */
public enum StartUp {
    /** Greets on both outputs, the last line without an end. */
    NOISY("echo Welcome; sh -c 'echo trouble >&2'; printf 'no line end'"),

    /** Asks twice; the second answer is in the file {@code answer}. */
    QUESTION(
            "echo 'Which environment?'; read answer; echo 'Sure?'; head -n 1 >$HOME/answer",
            "echo 'Which environment?'; set answer = \"$<\"; echo 'Sure?'; head -n 1 >$HOME/answer"),

    /** Leaves something running that writes on both outputs for three quarters of a second. */
    LATER("sh -c 'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do echo late; echo late >&2; sleep 0.05; done' &"),

    /** Takes longer than the pause before a question is thought to have been asked. */
    SLOW("sleep 1.5"),

    /** Goes elsewhere, whoever asks; never to a server of whoever runs the test. */
    TMUX("exec env TMUX_TMPDIR=$HOME tmux"),

    /** Goes to another shell, which knows nothing of the command and reads on. */
    OTHER_SHELL("exec sh"),

    /** As {@code conda init} does where nothing stops before it. */
    CONDA(
            "export CONDA_EXE=$HOME/miniconda3/bin/conda; export PATH=$HOME/miniconda3/bin:$PATH",
            "setenv CONDA_EXE $HOME/miniconda3/bin/conda; setenv PATH $HOME/miniconda3/bin:$PATH"),

    /** As {@link #CONDA}, behind what distributions put first: nothing of it is for a shell that nobody types to. */
    CONDA_WHEN_INTERACTIVE(CONDA.posix, CONDA.csh);

    private final String posix;
    private final String csh;

    StartUp(String everywhere) {
        this(everywhere, everywhere);
    }

    StartUp(String posix, String csh) {
        this.posix = posix;
        this.csh = csh;
    }

    /** In the syntax of that shell. */
    String text(LoginShell shell) {
        return "touch $HOME/began\n" + guard(shell) + (shell == LoginShell.TCSH ? csh : posix) + "\n";
    }

    private String guard(LoginShell shell) {
        if (this != CONDA_WHEN_INTERACTIVE) {
            return "";
        }
        return switch (shell) {
            case FISH -> "status is-interactive; or exit\n";
            case TCSH -> "if (! $?prompt) exit\n";
            case BASH, ZSH, DASH, ASH -> "case $- in *i*) ;; *) return ;; esac\n";
        };
    }
}
