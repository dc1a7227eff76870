package org.cellist.kernel.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which ipykernels can encrypt.
class PythonEnvironmentTest {

    @ParameterizedTest
    @CsvSource({
        "6.29.5, false",
        "7.2.0, false",
        "7.3.0, true",
        "7.10.0, true",
        "7.3.0rc1, true",
        "8.0, true",
        "10.1.2, true",
        "7, false",
        "odd, false",
        ", false",
    })
    void ipykernelEncryptsSince73(String version, boolean encrypts) {
        var environment =
                new PythonEnvironment(
                        PythonEnvironment.Kind.VENV,
                        "ml",
                        Path.of("/ml"),
                        new Interpreter(Path.of("/ml/bin/python"), "3.12"),
                        List.of(),
                        version);

        assertEquals(encrypts, environment.hasEncryptingIpykernel());
    }
}
