package dev.rwtui.python.model;

/** What made an environment, as its users name it. */
public enum EnvironmentKind {
    CONDA("conda"),
    MICROMAMBA("micromamba"),
    PIXI("pixi"),
    POETRY("poetry"),
    PIPENV("pipenv"),
    HATCH("hatch"),
    UV("uv"),
    VIRTUALENVWRAPPER("virtualenvwrapper"),
    VENV("venv"),
    VIRTUALENV("virtualenv"),
    PYENV_VIRTUALENV("pyenv-virtualenv"),
    PYENV("pyenv"),
    ASDF("asdf"),
    MISE("mise"),
    /** A python that uv has installed, and no environment of a project. */
    UV_PYTHON("uv python"),
    MODULE("module"),
    SYSTEM("system"),
    /** Known from a Jupyter kernel alone. */
    KERNEL("kernel"),
    UNKNOWN("unknown");

    private final String word;

    EnvironmentKind(String word) {
        this.word = word;
    }

    /** For the screen and for JSON, lower case. */
    public String word() {
        return word;
    }
}
