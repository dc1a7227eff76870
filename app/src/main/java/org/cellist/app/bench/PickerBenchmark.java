package org.cellist.app.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.ConsentStore;

/// How soon the runtime picker has its list of this computer's kernels, and the GPUs. Immutable.
public final class PickerBenchmark {

    private PickerBenchmark() {}

    /// Looks for the first time in this process, as the first picker of a window does.
    ///
    /// @return one line of JSON, in milliseconds: the list, the GPUs, and both again
    public static String take() throws InterruptedException {
        var bridge = new KernelBridge(null, ConsentStore.NOTHING);
        double list = list(bridge);
        double gpus = gpus(bridge);
        return String.format(
                Locale.ROOT,
                "{\"list_ms\": %.1f, \"gpus_ms\": %.1f, \"list_again_ms\": %.1f,"
                        + " \"gpus_again_ms\": %.1f}",
                list,
                gpus,
                list(bridge),
                gpus(bridge));
    }

    private static double list(KernelBridge bridge) {
        long begin = System.nanoTime();
        bridge.kernels(Path.of("").toAbsolutePath());
        return since(begin);
    }

    private static double gpus(KernelBridge bridge) throws InterruptedException {
        long begin = System.nanoTime();
        bridge.resources().gpus(Duration.ZERO);
        return since(begin);
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }
}
