/**
 * What files ask for of a python environment: environment.yml, requirements.txt, pyproject.toml and the locks of uv, poetry and
 * conda. Text comes in, values go out; knows neither disks nor hosts.
 */
@NullMarked
package dev.rwtui.python.files;

import org.jspecify.annotations.NullMarked;
