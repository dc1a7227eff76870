package org.cellist.kernel.runtime.accelerator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cellist.kernel.runtime.accelerator.Gpu.GpuSlice;
import org.cellist.kernel.runtime.accelerator.Gpu.Maker;
import org.cellist.kernel.runtime.accelerator.GpuProblem.Kind;

/// What NVIDIA's `nvidia-smi` is asked, and how its answers are read.
///
/// Only what drivers since 2018 (390) can be asked for is asked. A table begins with a line that
/// names its columns with their units; whatever else comes is the driver's complaint, which goes
/// to the standard output as well. What the driver does not tell stands as `[N/A]`,
/// `[Not Supported]`, `[Unknown Error]`, `[Insufficient Permissions]` in its place.
///
/// Immutable.
public final class NvidiaSmi {

    /// The program's name.
    public static final String PROGRAM = "nvidia-smi";

    /// The arguments that list the GPUs as a table.
    public static final List<String> GPUS =
            List.of(
                    "--query-gpu=index,uuid,name,driver_version,memory.total,memory.used,"
                            + "memory.free,utilization.gpu",
                    "--format=csv");

    /// The arguments that list the processes that compute.
    public static final List<String> PROCESSES =
            List.of("--query-compute-apps=gpu_uuid,pid,used_memory", "--format=csv");

    /// The arguments that list the GPUs with their slices; needed only where a GPU does not tell
    /// how busy it is, as divided ones do not.
    public static final List<String> SLICES = List.of("-L");

    private static final Pattern LISTED = Pattern.compile("^GPU \\d+: .*\\(UUID: (GPU-[^)]+)\\)");
    private static final Pattern SLICE =
            Pattern.compile("^\\s+MIG (\\S+)\\s+Device\\s+\\d+: \\(UUID: (MIG-[^)]+)\\)");

    /// `Field "x" is not a valid field to query.`
    private static final Pattern UNKNOWN_FIELD = Pattern.compile("not a valid field");

    private NvidiaSmi() {}

    /// Reads the tables of GPUs and processes. Never fails: what is not understood is a problem
    /// that the look tells.
    ///
    /// @param gpus the answer to [#GPUS]
    /// @param processes the answer to [#PROCESSES]; whatever is no table counts as none
    public static GpuLook read(String gpus, String processes) {
        var table = SmiTable.read(gpus, "uuid");
        if (table.isEmpty()) {
            return GpuLook.failed(complaint(gpus));
        }
        var rows = table.get();
        var found = rows.rows().stream().flatMap(row -> gpu(row).stream()).toList();
        if (found.isEmpty()) {
            return GpuLook.failed(GpuProblem.of(Kind.NO_DEVICE));
        }
        var driver = rows.rows().getFirst().getOrDefault("driver_version", "");
        var cut = rows.isCut() ? GpuProblem.of(Kind.UNREADABLE) : null;
        return new GpuLook(found, processes(processes), SmiTable.known(driver).orElse(""), cut);
    }

    /// Returns whether [#SLICES] is worth asking.
    public static boolean mayBeDivided(GpuLook look) {
        return look.gpus().stream()
                .anyMatch(it -> it.maker() == Maker.NVIDIA && it.load().percent() < 0);
    }

    /// Adds the slices that the answer to [#SLICES] lists.
    public static GpuLook withSlices(GpuLook look, String list) {
        var gpus = new ArrayList<Gpu>();
        for (var gpu : look.gpus()) {
            gpus.add(gpu.withSlices(slices(list, gpu.id())));
        }
        return new GpuLook(gpus, look.processes(), look.driver(), look.problem());
    }

    private static List<GpuSlice> slices(String list, String gpu) {
        var found = new ArrayList<GpuSlice>();
        boolean isOfGpu = false;
        for (var line : list.lines().toList()) {
            var listed = LISTED.matcher(line);
            if (listed.find()) {
                isOfGpu = listed.group(1).equals(gpu);
            }
            var slice = SLICE.matcher(line);
            if (isOfGpu && slice.find()) {
                found.add(new GpuSlice(slice.group(2), slice.group(1)));
            }
        }
        return found;
    }

    private static Optional<Gpu> gpu(Map<String, String> row) {
        var id = row.getOrDefault("uuid", "");
        if (!id.startsWith("GPU-")) {
            return Optional.empty();
        }
        var load =
                new GpuLoad(
                        SmiTable.bytes(row.get("memory.total")),
                        SmiTable.bytes(row.get("memory.free")),
                        (int) SmiTable.number(row.get("utilization.gpu")));
        return Optional.of(
                new Gpu(
                        Maker.NVIDIA,
                        (int) SmiTable.number(row.get("index")),
                        id,
                        SmiTable.known(row.getOrDefault("name", "")).orElse("NVIDIA GPU"),
                        "",
                        load,
                        List.of()));
    }

    private static List<GpuProcess> processes(String text) {
        return SmiTable.read(text, "pid").stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> SmiTable.number(row.get("pid")) > 0)
                .map(NvidiaSmi::process)
                .toList();
    }

    /// The column has had two names.
    private static GpuProcess process(Map<String, String> row) {
        var used = row.getOrDefault("used_gpu_memory", row.getOrDefault("used_memory", ""));
        return new GpuProcess(
                row.getOrDefault("gpu_uuid", ""),
                SmiTable.number(row.get("pid")),
                SmiTable.bytes(used));
    }

    private static GpuProblem complaint(String text) {
        var line = text.lines().map(String::strip).filter(it -> !it.isEmpty());
        var first = line.findFirst().orElse("");
        if (first.startsWith("No devices were found")) {
            return new GpuProblem(Kind.NO_DEVICE, first);
        }
        if (UNKNOWN_FIELD.matcher(first).find()) {
            return new GpuProblem(Kind.DRIVER_TOO_OLD, first);
        }
        boolean isOfDriver =
                first.startsWith("NVIDIA-SMI has failed")
                        || first.startsWith("Failed to")
                        || first.startsWith("Unable to")
                        || first.contains("is lost");
        return new GpuProblem(isOfDriver ? Kind.DRIVER_FAILS : Kind.UNREADABLE, shortened(first));
    }

    private static String shortened(String line) {
        var printable = line.replaceAll("\\p{Cntrl}", "");
        return printable.length() <= 200 ? printable : printable.substring(0, 200) + "\u2026";
    }
}
