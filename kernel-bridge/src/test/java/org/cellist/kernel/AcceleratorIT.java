package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Device;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Gpus;
import org.cellist.kernel.runtime.accelerator.Gpu.Maker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real kernel knows what it computes on, and still does after a restart.
class AcceleratorIT {

    private static final String ASKED =
            "import os; print(os.environ['CUDA_VISIBLE_DEVICES'], os.environ['HIP_VISIBLE_DEVICES'])";

    @TempDir private Path folder;

    @Test
    void theChosenGpuIsToldToTheKernelAndToTheNextOne() throws Exception {
        var bridge = RealKernel.bridge();
        var choice = new Gpus(List.of(new Device(Maker.NVIDIA, 2, "GPU-1f2e-3d", "H100")));
        var options = LaunchOptions.DEFAULT.withEnv(choice.variables());
        var kernel = RealKernel.DEBIAN_IPYKERNEL.start(bridge, folder, options);
        assertEquals("GPU-1f2e-3d -1\n", said(kernel));

        kernel.shutdownToRestart();
        var again = bridge.startAgain(kernel, folder);

        try (var next = assertInstanceOf(ConnectOutcome.Connected.class, again).kernel()) {
            assertEquals("GPU-1f2e-3d -1\n", said(next));
        }
    }

    private static String said(ConnectedKernel kernel) throws Exception {
        var run = RecordedRun.of(kernel, ASKED);
        run.end();
        return run.stdout();
    }
}
