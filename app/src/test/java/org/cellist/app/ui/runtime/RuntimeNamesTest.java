package org.cellist.app.ui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the chip calls a runtime elsewhere.
class RuntimeNamesTest {

    @ParameterizedTest
    @CsvSource({
        "https://gpu-box:8888/, gpu-box:8888",
        "https://hub.example/user/ada/, hub.example/user/ada",
        "https://8080-gpu-t4-s-1x2y3z.us-west1-0.prod.colab.dev/, Colab",
        "https://colab.dev.example/, colab.dev.example"
    })
    void aServerIsNamedByItsPlace(String address, String place) {
        var runtime = new JupyterServer(FakeServers.address(address), FakeServers.PYTHON, null);

        assertEquals("Python 3 (ipykernel) \u2014 " + place, new RuntimeNames().of(runtime));
    }
}
