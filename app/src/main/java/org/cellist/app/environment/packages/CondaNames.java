package org.cellist.app.environment.packages;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What conda calls packages, and what the Python package index calls them. Most names are equal;
/// these are the ones that differ among what notebooks use.
///
/// Immutable.
final class CondaNames {

    private static final Map<String, String> OF_PIP =
            Map.ofEntries(
                    Map.entry("pytorch", "torch"),
                    Map.entry("pytorch-cpu", "torch"),
                    Map.entry("pytorch-gpu", "torch"),
                    Map.entry("opencv", "opencv-python-headless"),
                    Map.entry("py-opencv", "opencv-python-headless"),
                    Map.entry("matplotlib-base", "matplotlib"),
                    Map.entry("seaborn-base", "seaborn"),
                    Map.entry("numpy-base", "numpy"),
                    Map.entry("dask-core", "dask"),
                    Map.entry("tensorflow-base", "tensorflow"),
                    Map.entry("tensorflow-gpu", "tensorflow"),
                    Map.entry("tensorflow-mkl", "tensorflow"),
                    Map.entry("pytables", "tables"),
                    Map.entry("msgpack-python", "msgpack"),
                    Map.entry("python-graphviz", "graphviz"),
                    Map.entry("py-xgboost", "xgboost"),
                    Map.entry("ruamel_yaml", "ruamel.yaml"),
                    Map.entry("brotli-python", "Brotli"),
                    Map.entry("pyqt", "PyQt5"),
                    Map.entry("faiss", "faiss-cpu"),
                    Map.entry("nb_conda_kernels", "nb-conda-kernels"),
                    Map.entry("jupyter_client", "jupyter-client"),
                    Map.entry("ipython_genutils", "ipython-genutils"));

    private static final Set<String> NO_PYTHON =
            Set.of(
                    "r",
                    "r-base",
                    "julia",
                    "cudatoolkit",
                    "cudnn",
                    "nccl",
                    "pytorch-cuda",
                    "pytorch-mutex",
                    "mkl",
                    "mkl-service",
                    "blas",
                    "openblas",
                    "intel-openmp",
                    "llvm-openmp",
                    "nodejs",
                    "ffmpeg",
                    "openssl",
                    "ca-certificates",
                    "sqlite",
                    "zlib",
                    "xz",
                    "tk",
                    "readline",
                    "ncurses",
                    "bzip2",
                    "zstd",
                    "gcc",
                    "gxx",
                    "compilers",
                    "c-compiler",
                    "cxx-compiler",
                    "make",
                    "git",
                    "graphviz",
                    "pandoc",
                    "openjdk",
                    "gdal",
                    "geos",
                    "proj",
                    "hdf5",
                    "eigen",
                    "boost",
                    "freetype",
                    "icu",
                    "krb5",
                    "yaml",
                    "qt",
                    "qt-main",
                    "tzdata",
                    "vc",
                    "vs2015_runtime");

    /// Python packages whose names begin as those of C libraries do.
    private static final Set<String> PYTHON_ALL_THE_SAME =
            Set.of("librosa", "libcst", "libsass", "libtmux", "libpysal", "libclang");

    private CondaNames() {}

    static String ofPip(String name) {
        return OF_PIP.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    /// Returns whether conda's package is a program or library that pip does not have.
    static boolean isNoPython(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        boolean looksLike =
                lower.startsWith("lib")
                        || lower.startsWith("r-")
                        || lower.startsWith("_")
                        || lower.startsWith("cuda-")
                        || lower.startsWith("ld_impl");
        return NO_PYTHON.contains(lower) || (looksLike && !PYTHON_ALL_THE_SAME.contains(lower));
    }
}
