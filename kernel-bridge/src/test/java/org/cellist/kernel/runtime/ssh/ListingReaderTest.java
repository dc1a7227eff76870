package org.cellist.kernel.runtime.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.host.Accelerator;
import org.cellist.kernel.runtime.host.Accelerator.Kind;
import org.cellist.kernel.runtime.host.HostListing;
import org.junit.jupiter.api.Test;

/// Answers of machines as they were recorded, and ones that nobody should give.
class ListingReaderTest {

    @Test
    void nvidiaSmiIsUnderstood() {
        var recorded =
                """
                0, NVIDIA H200, 143771, 143138, 0
                1, NVIDIA GeForce RTX 3090, 24576, 1020, 97
                2, NVIDIA A100-SXM4-40GB MIG 1g.5gb, [N/A], [N/A], [N/A]
                """;

        assertEquals(
                List.of(
                        new Accelerator(Kind.GPU, "NVIDIA H200", 143_771, 143_138, 0),
                        new Accelerator(Kind.GPU, "NVIDIA GeForce RTX 3090", 24_576, 1_020, 97),
                        new Accelerator(Kind.GPU, "NVIDIA A100-SXM4-40GB MIG 1g.5gb", 0, 0, -1)),
                ListingReader.nvidia(recorded));
    }

    @Test
    void whatADriverComplainsIsNoGpu() {
        for (var said :
                List.of(
                        "",
                        "No devices were found\n",
                        "NVIDIA-SMI has failed because it couldn't communicate with the driver.",
                        "Field \"x\", is not, a valid, field, to query.",
                        "0, a, b\n99999999999999999999, x, 1, 1, 1\n,,,,\n")) {
            assertEquals(List.of(), ListingReader.nvidia(said), said);
        }
        assertEquals(
                0,
                ListingReader.nvidia("0, x, -5, 9999999999999999999999, 1").getFirst().freeMiB());
    }

    @Test
    void rocmSmiIsUnderstood() {
        var recorded =
                """
                {"card0": {"GPU use (%)": "12", "VRAM Total Memory (B)": "68702699520",
                 "VRAM Total Used Memory (B)": "11329536", "Card series": "AMD Instinct MI210",
                 "Card model": "0x0c34"}, "system": {"Driver version": "6.8.5"}}
                """;

        assertEquals(
                List.of(new Accelerator(Kind.GPU, "AMD Instinct MI210", 65_520, 65_510, 12)),
                ListingReader.rocm(recorded));
        assertEquals(List.of(), ListingReader.rocm("WARNING: AMD GPU device(s) is/are low-power"));
        assertEquals("AMD GPU", ListingReader.rocm("{\"card1\": {}}").getFirst().name());
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
        assertEquals(
                List.of("TPU v5litepod-2", "TPU v5litepod-2"),
                listing.accelerators().stream().map(Accelerator::name).toList());
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
            assertEquals(List.of(), read(said).accelerators(), said);
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
