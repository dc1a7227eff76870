package org.cellist.kernel.runtime.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.accelerator.Gpu;
import org.cellist.kernel.runtime.accelerator.GpuLoad;
import org.cellist.kernel.runtime.accelerator.GpuProblem;
import org.cellist.kernel.runtime.host.HostListing;
import org.junit.jupiter.api.Test;

/// Answers of machines as they were recorded, and ones that nobody should give.
class ListingReaderTest {

    @Test
    void gpusAreThoseThatTheProgramsTellOf() throws JsonSyntaxException {
        var listing =
                read(
                        """
                        {"nvidia": "index, uuid, name, memory.total [MiB], memory.free [MiB], \
                        utilization.gpu [%]\\n0, GPU-1, NVIDIA H200, 143771 MiB, 143138 MiB, 7 %\\n",
                         "rocm": "{\\"card0\\": {\\"Card series\\": \\"AMD Instinct MI210\\", \
                        \\"VRAM Total Memory (B)\\": \\"68702699520\\"}}"}
                        """);

        var gpus = listing.gpus().gpus();
        assertEquals(
                List.of("NVIDIA H200", "AMD Instinct MI210"),
                gpus.stream().map(Gpu::name).toList());
        assertEquals(new GpuLoad(143_771L << 20, 143_138L << 20, 7), gpus.getFirst().load());
        assertEquals(68_702_699_520L, gpus.getLast().load().totalBytes());
    }

    @Test
    void whatADriverComplainsIsNoGpuButAReason() throws JsonSyntaxException {
        var listing = read("{\"nvidia\": \"NVIDIA-SMI has failed because it couldn't\\n\"}");

        assertEquals(List.of(), listing.gpus().gpus());
        assertEquals(
                GpuProblem.Kind.DRIVER_FAILS,
                Objects.requireNonNull(listing.gpus().problem()).kind());
    }

    @Test
    void aWholeListingIsRead() throws JsonSyntaxException {
        var listing =
                read(
                        """
                        {"python": {"path": "/usr/bin/python3", "version": "3.11"},
                         "kernelspecs": [{"name": "ir", "display_name": "R", "language": "R",
                           "argv": ["/usr/bin/R", "-f", "{connection_file}"], "env": ["A=b"],
                           "message": true, "place": "/usr"}, {"argv": []}, 7],
                         "kernels": [{"id": "a-1", "display_name": "R", "notebook": "a.ipynb",
                           "since": 1790000000}, {}],
                         "chips": ["/dev/accel0", "/dev/accel1"], "tpu": "v5litepod-2\\n"}
                        """);

        assertEquals("R", listing.kernelspecs().getFirst().displayName());
        assertEquals(1, listing.kernelspecs().size());
        assertEquals(1_790_000_000L, listing.kernels().getFirst().sinceEpochSeconds());
        assertEquals(List.of("TPU v5litepod-2", "TPU v5litepod-2"), listing.tpus());
        assertNotNull(listing.bare());
    }

    @Test
    void strangeAnswersAreEmptyListings() throws JsonSyntaxException {
        for (var said :
                List.of(
                        "{}",
                        "{\"kernelspecs\": {}, \"kernels\": 1, \"nvidia\": [], \"chips\": null}",
                        "{\"kernelspecs\": [[]], \"python\": \"x\", \"rocm\": \"[1]\"}")) {
            assertEquals(List.of(), read(said).kernelspecs(), said);
            assertEquals(List.of(), read(said).tpus(), said);
        }
        assertNull(
                read("""
                                {"kernelspecs": [{"language": "python", "argv": ["/p"]}]}
                                """)
                        .bare());
    }

    private static HostListing read(String json) throws JsonSyntaxException {
        return ListingReader.read(RawJson.parse(json.getBytes(StandardCharsets.UTF_8)).object());
    }
}
