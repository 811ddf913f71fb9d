package dev.rwtui.python.model;

import dev.rwtui.python.model.InstalledPackage.Manager;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Where conda and the index of pip name one project differently, and what conda has that is nothing of python. */
public final class CondaNames {

    /** conda's name, then pip's. */
    private static final Map<PackageName, PackageName> PIP = pairs("""
            pytorch torch
            pytorch-cpu torch
            pytorch-gpu torch
            torchtriton triton
            tensorflow-base tensorflow
            keras-base keras
            opencv opencv-python
            py-opencv opencv-python
            msgpack-python msgpack
            matplotlib-base matplotlib
            numpy-base numpy
            dask-core dask
            ray-core ray
            ray-default ray
            pyarrow-core pyarrow
            cupy-core cupy
            py-xgboost xgboost
            pytables tables
            pyqt pyqt5
            python-graphviz graphviz
            python-build build
            python-tzdata tzdata
            python-lmdb lmdb
            python-xxhash xxhash
            python-blosc blosc
            python-blosc2 blosc2
            python-flatbuffers flatbuffers
            sentencepiece-python sentencepiece
            brotli-python brotli""");

    /** Libraries and programs of conda's whose name means a python binding to pip. */
    private static final Set<String> NO_PYTHON = Set.of(
            "graphviz", "tzdata", "lmdb", "xxhash", "blosc", "blosc2", "flatbuffers", "brotli", "zstd", "snappy");

    private static final Pattern PYTHON_BUILD = Pattern.compile("(?<![a-z])(py|pypy)(\\d|h[0-9a-f]{6}|_)|\\dpy\\d");

    private CondaNames() {}

    /** What a package is compared by, whoever installed it: {@code torch} for conda's {@code pytorch}. */
    public static PackageName key(String name, Manager manager) {
        PackageName plain = PackageName.of(name);
        if (manager == Manager.PIP) {
            return plain;
        }
        if (NO_PYTHON.contains(plain.value())) {
            return PackageName.of("conda:" + plain);
        }
        return PIP.getOrDefault(plain, plain);
    }

    /**
     * Whether only conda has it, as {@code libgcc-ng}: it is nothing of python's, by the name and by the build, in which
     * packages of python name the version of python or begin with {@code pyh}.
     */
    static boolean isForeignToPip(String name, String build) {
        PackageName plain = PackageName.of(name);
        return NO_PYTHON.contains(plain.value())
                || (!PIP.containsKey(plain) && !PYTHON_BUILD.matcher(build).find());
    }

    private static Map<PackageName, PackageName> pairs(String text) {
        Map<PackageName, PackageName> pairs = new HashMap<>();
        for (String line : text.split("\n")) {
            String[] names = line.split(" ");
            pairs.put(PackageName.of(names[0]), PackageName.of(names[1]));
        }
        return Map.copyOf(pairs);
    }
}
