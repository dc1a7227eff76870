package org.cellist.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.Kernelspec;
import org.junit.jupiter.api.Test;

/// What is measured of the `python3` kernel of this machine.
class KernelBenchmarkIT {

    private final KernelBridge bridge = new KernelBridge(null, ConsentStore.NOTHING);
    private final StringWriter out = new StringWriter();

    @Test
    void eachLineIsAnsweredWithItsTimes() throws Exception {
        measure("trips\nprint\n");

        var answers = out.toString().lines().map(KernelBenchmarkIT::times).toList();
        assertEquals(List.of(0, 60, 1), answers.stream().map(List::size).toList());
        assertTrue(answers.stream().flatMap(List::stream).allMatch(millis -> millis > 0));
    }

    @Test
    void aLineThatIsNoMeasureIsNamed() {
        var refused = assertThrows(IOException.class, () -> measure("dance\n"));

        assertEquals("dance", refused.getMessage());
    }

    private void measure(String turns) throws IOException, InterruptedException {
        var input = new BufferedReader(new StringReader(turns));
        KernelBenchmark.inTurn(
                KernelStart.here(bridge, python()), input, new PrintWriter(out, true));
    }

    private Kernelspec python() {
        return bridge.kernels(null)
                .named("python3")
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "There is no python3 kernel. Type: "
                                                + "sudo apt-get install -y python3-ipykernel"));
    }

    private static List<Double> times(String line) {
        var inside = line.substring(1, line.length() - 1);
        return Arrays.stream(inside.split(", "))
                .filter(each -> !each.isEmpty())
                .map(Double::valueOf)
                .toList();
    }
}
