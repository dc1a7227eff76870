package org.cellist.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.client.ExecutionListener;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.DisplayData;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.Request.ExecuteRequest;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.cellist.kernel.protocol.StreamName;

/// How long a Python kernel and the way to it take.
///
/// A round trip lasts from sending `1` to having both the reply and `idle`. The two floods last
/// until every line or display has arrived decoded; what is missing is an error.
///
/// Immutable.
public final class KernelBenchmark {

    /// How many round trips one turn takes.
    private static final int TURN_TRIPS = 60;

    private static final int WARM_UP_TRIPS = 300;
    private static final int COUNTED_TRIPS = 1000;
    private static final int FLOOD_RUNS = 5;
    private static final int LINES = 100_000;
    private static final int DISPLAYS = 5_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private static final String PRINTS = "for i in range(%d): print(i)".formatted(LINES);
    private static final String SHOWS =
            "for i in range(%d): display({'text/plain': str(i)}, raw=True)".formatted(DISPLAYS);

    private KernelBenchmark() {}

    /// What was measured. Immutable.
    ///
    /// @param roundtripMedian milliseconds
    /// @param roundtrip99 milliseconds: 99 of 100 round trips are not longer
    /// @param print100k seconds, median
    /// @param display5k seconds, median
    public record Figures(
            double roundtripMedian, double roundtrip99, double print100k, double display5k) {

        /// Returns the figures as one line of JSON.
        public String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"roundtrip_ms_median\": %.3f, \"roundtrip_ms_p99\": %.3f, "
                            + "\"print_100k_s\": %.4f, \"display_5k_s\": %.4f}",
                    roundtripMedian,
                    roundtrip99,
                    print100k,
                    display5k);
        }
    }

    private interface Measuring<T> {

        T of(KernelClient client) throws IOException, InterruptedException;
    }

    /// Starts the kernel, measures, and ends it.
    ///
    /// @throws IOException if the kernel does not start, is no Python kernel or loses something
    public static Figures of(KernelStart start) throws IOException, InterruptedException {
        return with(start, KernelBenchmark::of);
    }

    /// Measures when it is told to, so that a peer can be measured in between: on a machine whose
    /// speed changes from minute to minute nothing else compares two programs. Each line of the
    /// input, `trips`, `print` or `display`, is answered with the times as one line of JSON, in
    /// milliseconds; the first answer, `[]`, says that the kernel is warm. Ends with the input.
    ///
    /// @throws IOException if the kernel does not start, is no Python kernel or loses something, or
    ///     a line says something else
    public static void inTurn(KernelStart start, BufferedReader turns, PrintWriter out)
            throws IOException, InterruptedException {
        with(
                start,
                client -> {
                    trips(client, WARM_UP_TRIPS);
                    out.println("[]");
                    out.flush();
                    for (var turn = turns.readLine(); turn != null; turn = turns.readLine()) {
                        out.println(
                                turn(client, turn).stream()
                                        .map(nanos -> nanos / NANOS_PER_MILLI)
                                        .toList());
                        out.flush();
                    }
                    return turns;
                });
    }

    private static List<Long> turn(KernelClient client, String what)
            throws IOException, InterruptedException {
        return switch (what) {
            case "trips" -> trips(client, TURN_TRIPS);
            case "print" -> List.of(run(client, PRINTS, LINES, 0));
            case "display" -> List.of(run(client, SHOWS, 0, DISPLAYS));
            default -> throw new IOException(what);
        };
    }

    private static List<Long> trips(KernelClient client, int count)
            throws IOException, InterruptedException {
        var trips = new ArrayList<Long>(count);
        for (int i = 0; i < count; i++) {
            trips.add(run(client, "1", 0, 0));
        }
        return trips;
    }

    private static <T> T with(KernelStart start, Measuring<T> measuring)
            throws IOException, InterruptedException {
        var kernel = start.start();
        try {
            return measuring.of(kernel.client());
        } finally {
            kernel.shutdown();
        }
    }

    private static Figures of(KernelClient client) throws IOException, InterruptedException {
        trips(client, WARM_UP_TRIPS);
        var trips = trips(client, COUNTED_TRIPS);
        var prints = new ArrayList<Long>();
        var displays = new ArrayList<Long>();
        for (int i = 0; i <= FLOOD_RUNS; i++) {
            long printed = run(client, PRINTS, LINES, 0);
            long shown = run(client, SHOWS, 0, DISPLAYS);
            if (i > 0) { // the first is to warm up
                prints.add(printed);
                displays.add(shown);
            }
        }
        return new Figures(
                quantile(trips, 0.5) / NANOS_PER_MILLI,
                quantile(trips, 0.99) / NANOS_PER_MILLI,
                quantile(prints, 0.5) / NANOS_PER_SECOND,
                quantile(displays, 0.5) / NANOS_PER_SECOND);
    }

    private static double quantile(List<Long> nanos, double share) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * share)));
    }

    /// Returns how long the code took, in nanoseconds.
    private static long run(KernelClient client, String code, long lines, int displays)
            throws IOException, InterruptedException {
        var counter = new Counter();
        long start = System.nanoTime();
        client.execute(ExecuteRequest.of(code), counter);
        counter.done.await();
        long took = System.nanoTime() - start;
        if (counter.lines != lines || counter.displays != displays) {
            throw new IOException(
                    "%d of %d lines and %d of %d displays arrived"
                            .formatted(counter.lines, lines, counter.displays, displays));
        }
        return took;
    }

    /// Counts what arrives. Written on the client's thread, read after the end.
    private static final class Counter implements ExecutionListener {

        private final CountDownLatch done = new CountDownLatch(1);
        private long lines;
        private int displays;

        @Override
        public void received(Message<IopubContent> message) {
            switch (message.content()) {
                case Stream(var name, var text) when name.equals(StreamName.STDOUT) ->
                        lines += text.chars().filter(c -> c == '\n').count();
                case DisplayData _ -> displays++;
                default -> {
                    // Only what the code shows is counted.
                }
            }
        }

        @Override
        public void inputRequested(InputRequest request) {
            // The code asks for nothing.
        }

        @Override
        public void ended(ExecutionEnd end) {
            done.countDown();
        }
    }
}
