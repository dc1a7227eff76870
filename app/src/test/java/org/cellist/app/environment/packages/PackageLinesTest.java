package org.cellist.app.environment.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageLinesTest {

    @Test
    void eachLineIsOneArgumentWithoutItsComment() {
        var lines =
                PackageLines.of(
                        """
                        numpy

                        # a comment
                        pandas >= 2, < 3  # why
                        torch; sys_platform == 'linux'
                        git+https://example.org/x.git#egg=x
                        """);

        assertEquals(
                new PackageLines(
                        List.of(
                                "numpy",
                                "pandas >= 2, < 3",
                                "torch; sys_platform == 'linux'",
                                "git+https://example.org/x.git#egg=x"),
                        List.of()),
                lines);
    }

    @Test
    void optionsThatSayWherePackagesComeFromAreTaken() {
        var lines = PackageLines.of("--index-url https://i.example\n-r /a b/c.txt\n--pre\n-f=/w");

        assertEquals(
                List.of(
                        "--index-url",
                        "https://i.example",
                        "-r",
                        "/a b/c.txt",
                        "--pre",
                        "-f",
                        "/w"),
                lines.arguments());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--target /home/ada/.ssh",
                "--log=/etc/passwd",
                "--python /w/evil",
                "-e .",
                "./evil",
                "/abs.whl",
                "--pre numpy",
                "$(touch x)",
                "`x`",
                "; x",
                "numpy --hash=sha256:00",
                "numpy\u0007"
            })
    void whatIsNoPackageIsAFaultAndReachesNobody(String line) {
        assertEquals(
                new PackageLines(List.of("good"), List.of(line)), PackageLines.of("good\n" + line));
    }
}
