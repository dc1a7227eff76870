package org.cellist.app.environment.installed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.cellist.app.environment.installed.InstalledPackages.Installer;
import org.cellist.app.environment.installed.PackageComparison.Other;
import org.junit.jupiter.api.Test;

class PackageComparisonTest {

    private static final String COMMIT = "tool @ git+https://example.org/tool@1234";

    private static final InstalledPackages INSTALLED =
            new InstalledPackages(
                    "3.12.4",
                    "Linux x86_64",
                    new Installer("", true, ""),
                    List.of("numpy==2.1.0", "Scikit_Learn==1.5.0", COMMIT),
                    List.of(),
                    List.of());

    @Test
    void versionsAreComparedByTheNameThatPipMeans() {
        var comparison =
                PackageComparison.of(
                        List.of(
                                "# Python 3.12",
                                "--pre",
                                "numpy==2.0.0",
                                "scikit-learn[plot]==1.5.0",
                                "torch==2.5.1",
                                "pandas>=2",
                                "NumPy",
                                "seaborn",
                                COMMIT),
                        INSTALLED);

        assertEquals(
                new PackageComparison(
                        3,
                        List.of(new Other("numpy", "2.0.0", "2.1.0")),
                        List.of("torch==2.5.1", "seaborn"),
                        List.of("pandas>=2")),
                comparison);
        assertFalse(comparison.isSame());
    }

    @Test
    void whatIsInstalledIsTheSameAsItself() {
        var comparison = PackageComparison.of(INSTALLED.lines(), INSTALLED);

        assertTrue(comparison.isSame());
        assertEquals(3, comparison.same());
    }

    @Test
    void anotherCommitIsNotTheSame() {
        var other = COMMIT.replace("1234", "5678");

        assertEquals(List.of(other), PackageComparison.of(List.of(other), INSTALLED).unclear());
    }
}
