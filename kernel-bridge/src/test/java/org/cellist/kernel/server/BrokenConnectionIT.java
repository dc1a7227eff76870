package org.cellist.kernel.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.cellist.kernel.ServedKernel;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.channel.HeartbeatPolicy;
import org.cellist.kernel.client.ExecutionEnd;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.cellist.kernel.server.FaultyProxy.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Executions through a connection that breaks in every way: none runs twice, and of none is
/// something lost without a word.
class BrokenConnectionIT {

    private static final List<Fault> FAULTS = List.of(Fault.values());
    private static final int RUNS = 40;
    private static final int MANY_RUNS = 400;
    private static final String TOKEN = "d00dfeedd00dfeed";
    private static final HeartbeatPolicy QUICK = new HeartbeatPolicy(Duration.ofMillis(200), 4);
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @TempDir Path folder;

    @Test
    void noneRunsTwiceAndNoneIsLostWithoutAWord() throws Exception {
        play(RealServer.Kind.NEWEST, RUNS, 20261130);
    }

    @Test
    @Tag("long")
    void noneOfManyRunsTwiceOrIsLostWithoutAWord() throws Exception {
        play(RealServer.Kind.NEWEST, MANY_RUNS, System.nanoTime());
    }

    private void play(RealServer.Kind kind, int runs, long seed) throws Exception {
        var random = new Random(seed);
        try (var server = RealServer.start(kind, folder, "--ServerApp.token=" + TOKEN);
                var proxy = new FaultyProxy(server.address());
                var timer = Executors.newSingleThreadScheduledExecutor();
                var kernel = connect(proxy)) {
            var all = new ArrayList<Runs>();
            for (int i = 0; i < runs; i++) {
                var fault = FAULTS.get(random.nextInt(FAULTS.size()));
                var strike =
                        timer.schedule(
                                () -> proxy.strike(fault),
                                random.nextInt(160),
                                TimeUnit.MILLISECONDS);
                var run = Runs.begin(kernel.client(), code(i));
                run.end.get(120, TimeUnit.SECONDS);
                strike.get();
                all.add(run);
            }
            judge(all, told(kernel), "seed " + seed);
        }
    }

    /// Asks which have run, until the answer came through whole.
    private static String told(ServedKernel kernel) throws Exception {
        while (true) {
            var run = Runs.begin(kernel.client(), "print(ran)");
            var end = run.end.get(120, TimeUnit.SECONDS);
            if (end instanceof ExecutionEnd.Replied && !run.hasGap()) {
                return run.text();
            }
        }
    }

    private static String code(int number) {
        return """
               import time
               ran = globals().get('ran', [])
               ran.append(%d)
               for part in range(4):
                   print('<%d.' + str(part) + '>', flush=True)
                   time.sleep(0.03)
               """
                .formatted(number, number);
    }

    private static void judge(List<Runs> all, String printed, String seed) {
        var ran =
                NUMBER.matcher(printed).results().map(it -> Integer.parseInt(it.group())).toList();
        assertEquals(List.copyOf(new TreeSet<>(ran)), ran, () -> "one ran twice: " + seed);
        int whole = 0;
        for (int i = 0; i < all.size(); i++) {
            var run = all.get(i);
            boolean isReplied = run.end.join() instanceof ExecutionEnd.Replied;
            var words = i + " ended as " + run.end.join() + " with " + run.text() + ", " + seed;
            if (isReplied) {
                assertTrue(ran.contains(i), words);
                boolean isWhole = run.text().equals(expected(i));
                assertTrue(isWhole || run.hasGap(), words);
                whole += isWhole ? 1 : 0;
            } else {
                assertInstanceOf(ExecutionEnd.ConnectionLost.class, run.end.join(), words);
            }
        }
        assertTrue(whole > 0, seed);
    }

    private static String expected(int number) {
        var text = new StringBuilder();
        for (int part = 0; part < 4; part++) {
            text.append('<').append(number).append('.').append(part).append(">\n");
        }
        return text.toString();
    }

    private static ServedKernel connect(FaultyProxy proxy) throws InterruptedException {
        var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        var bridge = new ServerBridge(() -> client, new Keys(new ServerLogin.Token(TOKEN)), QUICK);
        var runtime =
                new JupyterServer(
                        proxy.address(),
                        new ServerKernelspec("python3", "Python 3", "python"),
                        null);
        var outcome =
                bridge.connect(
                        runtime, new Notebook("a-1.ipynb", "a.ipynb"), LaunchOptions.DEFAULT);
        return assertInstanceOf(ServerBridge.Outcome.Connected.class, outcome, outcome::toString)
                .kernel();
    }
}
