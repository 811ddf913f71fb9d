package dev.rwtui.python;

import dev.rwtui.python.model.EnvironmentKind;
import java.util.List;

/** Which kind an environment is that bears the marks of several. */
final class Kinds {

    private static final List<EnvironmentKind> ORDER = List.of(
            EnvironmentKind.PYENV_VIRTUALENV,
            EnvironmentKind.PYENV,
            EnvironmentKind.PIXI,
            EnvironmentKind.MICROMAMBA,
            EnvironmentKind.CONDA,
            EnvironmentKind.POETRY,
            EnvironmentKind.PIPENV,
            EnvironmentKind.HATCH,
            EnvironmentKind.VIRTUALENVWRAPPER,
            EnvironmentKind.UV,
            EnvironmentKind.VENV,
            EnvironmentKind.VIRTUALENV,
            EnvironmentKind.ASDF,
            EnvironmentKind.MISE,
            EnvironmentKind.UV_PYTHON,
            EnvironmentKind.MODULE,
            EnvironmentKind.SYSTEM,
            EnvironmentKind.KERNEL,
            EnvironmentKind.UNKNOWN);

    private Kinds() {}

    static boolean before(EnvironmentKind one, EnvironmentKind other) {
        return ORDER.indexOf(one) < ORDER.indexOf(other);
    }
}
