package org.cellist.app.ui.workbench.resources;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellist.app.explain.GpuWords;
import org.cellist.app.text.Sizes;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Resources.Age;
import org.cellist.app.ui.workbench.port.Resources.Look;
import org.cellist.app.ui.workbench.port.Resources.Use;
import org.cellist.kernel.runtime.MachineLoad;
import org.cellist.kernel.runtime.accelerator.Gpu;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.jspecify.annotations.Nullable;

/// One place as meters with a minute or two of their past, and its notebooks by what they take.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class PlaceModel {

    private static final double SCARCE = 0.9;
    private static final String DOT = " \u00b7 ";

    private final Place place;
    private final Texts texts = Texts.of("resources");
    private final GpuWords gpuWords = new GpuWords();
    private final Map<String, Deque<Double>> pasts = new HashMap<>();
    private Section section;
    boolean isLooking;

    PlaceModel(Place place) {
        this.place = place;
        this.section = unknown("");
    }

    Section section() {
        return section;
    }

    private Section unknown(String line) {
        return new Section(place, heading(), List.of(), line, List.of(), !line.isEmpty());
    }

    private String heading() {
        return switch (place) {
            case Place.Here _ -> texts.get("here");
            case Place.OnHost(var host) -> host.toString();
            case Place.OnServer(var server) -> server.shown();
        };
    }

    void take(Look look) {
        isLooking = false;
        switch (look) {
            case Look.Soon _ -> {
                // What was known goes on being shown.
            }
            case Look.Unknown(var why) -> {
                pasts.clear();
                section = unknown(why);
            }
            case Look.Known(var load, var gpus, var uses, var age) ->
                    section = known(load, gpus, uses, age);
        }
    }

    private Section known(MachineLoad load, @Nullable GpuLook gpus, List<Use> uses, Age age) {
        boolean isNews = age == Age.NOW;
        var now = new ArrayList<>(machine(load, isNews));
        if (gpus != null) {
            for (int i = 0; i < gpus.gpus().size(); i++) {
                now.add(gpu("gpu " + i, gpus.gpus().get(i), isNews));
            }
        }
        pasts.keySet().retainAll(now.stream().map(Meter::key).collect(Collectors.toSet()));
        var ids = new HashSet<String>(); // another machine may say anything
        var rows =
                uses.stream()
                        .filter(use -> ids.add(use.id()))
                        .sorted(Comparator.comparingLong(Use::memoryBytes).reversed())
                        .map(use -> row(use, load))
                        .toList();
        return new Section(place, heading(), now, line(gpus, age), rows, true);
    }

    private String line(@Nullable GpuLook gpus, Age age) {
        var old =
                switch (age) {
                    case NOW -> "";
                    case BEFORE_THIS_RUN -> texts.get("age.run");
                    case AFTER_THE_LAST_RUN -> texts.get("age.rest");
                };
        return Stream.of(gpus == null ? "" : noGpus(gpus), old)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String noGpus(GpuLook gpus) {
        return place instanceof Place.Here ? gpuWords.problem(gpus) : gpuWords.problemThere(gpus);
    }

    private List<Meter> machine(MachineLoad load, boolean isNews) {
        var found = new ArrayList<Meter>();
        var percent =
                load.cpu() < 0
                        ? texts.get("cores", Math.max(0, load.cores()))
                        : texts.get("cpu.words", Math.round(load.cpu() * 100), load.cores());
        if (load.cpu() >= 0 || load.cores() > 0) {
            var past = past("cpu", load.cpu(), isNews);
            found.add(new Meter("cpu", texts.get("cpu"), percent, past, false));
        }
        if (load.usedBytes() >= 0) {
            double part = part(load.usedBytes(), load.memoryBytes());
            found.add(
                    new Meter(
                            "memory",
                            texts.get("memory"),
                            used(load.usedBytes(), load.memoryBytes()),
                            past("memory", part, isNews),
                            part > SCARCE));
        }
        if (load.diskBytes() > 0) {
            var left = Sizes.words(load.diskFreeBytes());
            double part = 1 - part(load.diskFreeBytes(), load.diskBytes());
            found.add(
                    new Meter(
                            "disk",
                            texts.get("disk"),
                            texts.get("disk.words", left, Sizes.words(load.diskBytes())),
                            past("disk", part, isNews),
                            part > SCARCE));
        }
        return found;
    }

    /// The line is that of its memory, which is what runs out; its load stands in words.
    private Meter gpu(String key, Gpu gpu, boolean isNews) {
        var load = gpu.load();
        double part = load.usedBytes() < 0 ? -1 : part(load.usedBytes(), load.totalBytes());
        var past = past(key, part, isNews);
        return new Meter(key, gpu.name(), gpuWords.load(load), past, part > SCARCE);
    }

    private static double part(long bytes, long whole) {
        return whole <= 0 ? 0 : Math.clamp((double) bytes / whole, 0, 1);
    }

    private String used(long bytes, long whole) {
        return texts.get("used", Sizes.words(bytes), Sizes.words(whole));
    }

    private List<Double> past(String key, double part, boolean isNews) {
        var past = pasts.computeIfAbsent(key, _ -> new ArrayDeque<>());
        if (part >= 0 && (isNews || past.isEmpty())) {
            past.addLast(part);
        }
        if (past.size() > ResourcesViewModel.MOST_PARTS) {
            past.removeFirst();
        }
        return List.copyOf(past);
    }

    private UseRow row(Use use, MachineLoad load) {
        var file = use.notebook();
        var name = use.title().isEmpty() ? texts.get("untitled") : use.title();
        var title = file == null ? name : String.valueOf(file.getFileName());
        var words = new ArrayList<String>();
        if (use.memoryBytes() >= 0) {
            var memory = Sizes.words(use.memoryBytes());
            long percent = Math.round(part(use.memoryBytes(), load.memoryBytes()) * 100);
            words.add(
                    load.memoryBytes() > 0
                            ? texts.get("use.memory", memory, percent)
                            : texts.get("use.memory.alone", memory));
        }
        if (use.gpuBytes() > 0) {
            words.add(texts.get("use.gpu", Sizes.words(use.gpuBytes())));
        }
        boolean canFree = use.gpuBytes() > 0 && use.isOpen();
        return new UseRow(use.id(), title, String.join(DOT, words), canFree ? file : null);
    }
}
