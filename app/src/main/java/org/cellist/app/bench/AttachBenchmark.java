package org.cellist.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.cellist.kernel.ConnectedKernel;
import org.cellist.kernel.KeptKernels;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.runtime.KeptSession;
import org.cellist.kernel.runtime.LaunchOptions;

/// How soon a window that is opened again has the kernel which an earlier one left running, with
/// the thousand lines that it has printed. The earlier one is a process of its own, so that the
/// first time is as cold as a window's. Has a keeper of its own, which ends with the kernel.
///
/// Confined to the calling thread.
public final class AttachBenchmark {

    private static final int TIMES = 21;
    private static final Duration END = Duration.ofSeconds(5);

    private AttachBenchmark() {}

    /// Starts a kernel, attaches to it again and again, and ends it.
    ///
    /// @param kernelspec its name
    /// @return one line of JSON, in milliseconds: the first time, and the median of the later ones
    /// @throws IOException if the kernel does not start, or is not there afterwards
    public static String take(String kernelspec) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("cellist-bench-attach");
        var keeper = folder.resolve("keeper");
        try {
            leaveKernel(keeper, folder.resolve("a.ipynb"), kernelspec);
            var times = new ArrayList<Double>();
            for (int i = 0; i < TIMES; i++) {
                times.add(attach(keeper));
            }
            double first = times.removeFirst();
            times.sort(null);
            return String.format(
                    Locale.ROOT,
                    "{\"attach_first_ms\": %.1f, \"attach_ms_median\": %.1f}",
                    first,
                    times.get(times.size() / 2));
        } finally {
            end(keeper);
            delete(folder);
        }
    }

    private static void leaveKernel(Path keeper, Path notebook, String kernelspec)
            throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var process =
                new ProcessBuilder(
                                java.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LeftKernel.class.getName(),
                                keeper.toString(),
                                notebook.toString(),
                                kernelspec)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException(kernelspec + " was not started");
        }
    }

    private static double attach(Path keeper) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var kept = kept(keeper);
        var kernel = resume(kept, session(kept));
        double took = (System.nanoTime() - begin) / 1e6;
        boolean _ = kernel.leave();
        kernel.client().awaitClosed();
        return took;
    }

    private static KeptKernels kept(Path keeper) {
        return new KernelBridge(null, _ -> true, keeper).kept().orElseThrow();
    }

    private static KeptSession session(KeptKernels kept) throws IOException, InterruptedException {
        return kept.sessions().stream()
                .findFirst()
                .orElseThrow(() -> new IOException("the kernel is gone"));
    }

    private static ConnectedKernel resume(KeptKernels kept, KeptSession session)
            throws IOException, InterruptedException {
        return kept.resume(session, LaunchOptions.DEFAULT, RunAdopter.NOBODY)
                .orElseThrow(() -> new IOException("the kernel is gone"));
    }

    private static void end(Path keeper) throws InterruptedException {
        var kept = kept(keeper);
        for (var session : kept.sessions()) {
            kept.stop(session.id(), END);
        }
    }

    /// The keeper may still write its last words there, for a moment.
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
