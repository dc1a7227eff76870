package org.cellist.app.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.cellist.app.environment.EnvironmentOrder.Maker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentOrderTest {

    private static final Path FOLDER = Path.of("/w/a b/.venv").toAbsolutePath();

    @Test
    void aVenvIsMadeByPythonAndFilledByItsOwnPip() {
        var order =
                new EnvironmentOrder(
                        FOLDER, new Maker.Venv(Path.of("/usr/bin/python3"), List.of("numpy<2")));

        assertEquals(
                List.of(
                        List.of("/usr/bin/python3", "-m", "venv", FOLDER.toString()),
                        List.of(
                                order.python().toString(),
                                "-m",
                                "pip",
                                "install",
                                "--no-input",
                                "--disable-pip-version-check",
                                "ipykernel",
                                "numpy<2")),
                order.commands());
    }

    @Test
    void uvNeedsNoPip() {
        var order =
                new EnvironmentOrder(
                        FOLDER, new Maker.Uv(Path.of("/b/uv"), "3.12", List.of("-r", "/r.txt")));

        assertEquals(
                List.of(
                        List.of("/b/uv", "venv", "--python", "3.12", FOLDER.toString()),
                        List.of(
                                "/b/uv",
                                "pip",
                                "install",
                                "--python",
                                order.python().toString(),
                                "ipykernel",
                                "-r",
                                "/r.txt")),
                order.commands());
    }

    @ParameterizedTest
    @CsvSource({
        "/b/conda, /b/conda env create",
        "/b/mamba, /b/mamba env create",
        "/b/micromamba, /b/micromamba create --yes"
    })
    void condaTakesItsFileAsItIsAndGetsTheKernelAfterwards(Path program, String begin) {
        var order = new EnvironmentOrder(FOLDER, new Maker.Conda(program, Path.of("/e.yml")));

        var commands = order.commands().stream().map(it -> String.join(" ", it)).toList();

        assertEquals(
                List.of(
                        begin + " --prefix " + FOLDER + " --file /e.yml",
                        program + " install --yes --prefix " + FOLDER + " ipykernel"),
                commands);
    }
}
