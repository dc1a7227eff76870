package org.cellist.app.environment;

import java.util.List;

/// A list of packages to begin with. Immutable.
public enum Preset {
    /// What most notebooks import.
    BASIC,

    /// What a Colab notebook finds without installing anything, the large part of it.
    COLAB;

    /// Returns the names as pip takes them. OpenCV comes without its windows: those need the
    /// system's libraries, and no notebook can show them.
    public List<String> packages() {
        return switch (this) {
            case BASIC -> List.of("numpy", "pandas", "matplotlib", "ipywidgets");
            case COLAB ->
                    List.of(
                            "numpy",
                            "scipy",
                            "pandas",
                            "matplotlib",
                            "seaborn",
                            "plotly",
                            "scikit-learn",
                            "statsmodels",
                            "torch",
                            "torchvision",
                            "tensorflow",
                            "opencv-python-headless",
                            "pillow",
                            "requests",
                            "beautifulsoup4",
                            "tqdm",
                            "ipywidgets");
        };
    }
}
