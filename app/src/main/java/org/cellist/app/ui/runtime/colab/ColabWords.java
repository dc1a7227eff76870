package org.cellist.app.ui.runtime.colab;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellist.app.text.Texts;
import org.cellist.kernel.runtime.jupyter.ColabAccount;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabResources;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;

/// Puts Colab's machines, limits and units into words. Immutable.
public final class ColabWords {

    private static final double GIGABYTE = 1e9;
    private static final double WHOLE = 100;

    private final Texts texts = Texts.of("colab");

    /// Returns the name of a machine: `T4 GPU`, `CPU`; what has much memory says so.
    public String name(ColabMachine machine) {
        var name =
                switch (machine.kind()) {
                    case CPU -> texts.get("kind.cpu");
                    case GPU -> texts.get("kind.gpu", machine.model()).strip();
                    case TPU -> texts.get("kind.tpu", machine.model()).strip();
                };
        return machine.isLarge() ? texts.get("machine.islarge", name) : name;
    }

    /// Returns what is said of units: what is left, what is used up; empty for nothing.
    String units(ColabAccount account) {
        var words = new ArrayList<String>();
        if (!account.tier().isEmpty() && !account.tier().equals("NONE")) {
            words.add(texts.get("account.tier", account.tier()));
        }
        if (account.units() >= 0) {
            words.add(texts.get("units.left", account.units()));
        }
        if (account.freeUnits() >= 0) {
            var refill = account.refill();
            words.add(
                    refill == null
                            ? texts.get("units.free", account.freeUnits())
                            : texts.get(
                                    "units.refilled",
                                    account.freeUnits(),
                                    DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                                            .withZone(ZoneId.systemDefault())
                                            .format(refill)));
        }
        if (account.unitsPerHour() >= 0) {
            words.add(texts.get("units.rate", account.unitsPerHour()));
        }
        return String.join(" \u00b7 ", words);
    }

    /// Returns what is said of a runtime's limit, or what is known of such limits.
    String limit(ColabRuntime runtime) {
        var limit = runtime.idleLimit();
        return limit == null
                ? texts.get("limit.unknown")
                : texts.get("limit.idle", limit.toMinutes());
    }

    /// Returns how full a runtime is; empty for what does not say.
    Optional<String> full(ColabResources resources) {
        var words = new ArrayList<String>();
        if (resources.usedBytes() >= 0) {
            words.add(
                    texts.get(
                            "full.memory",
                            resources.usedBytes() / GIGABYTE,
                            resources.memoryBytes() / GIGABYTE));
        }
        if (resources.diskUsedBytes() >= 0) {
            words.add(
                    texts.get(
                            "full.disk",
                            resources.diskUsedBytes() / GIGABYTE,
                            resources.diskBytes() / GIGABYTE));
        }
        for (var gpu : resources.gpus()) {
            words.addAll(gpu(gpu));
        }
        return Optional.of(String.join(" \u00b7 ", words)).filter(it -> !it.isEmpty());
    }

    private List<String> gpu(ColabResources.Gpu gpu) {
        if (gpu.memoryBytes() < 0 || gpu.usedBytes() < 0) {
            return List.of(gpu.name());
        }
        var memory =
                texts.get(
                        "full.gpu",
                        gpu.name(),
                        gpu.usedBytes() / GIGABYTE,
                        gpu.memoryBytes() / GIGABYTE);
        return gpu.load() < 0
                ? List.of(memory)
                : List.of(memory, texts.get("full.load", Math.round(gpu.load() * WHOLE)));
    }
}
