package org.cellist.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cellist.app.explain.InstallLine;
import org.cellist.app.explain.StartFailureWords;
import org.cellist.app.session.KernelState;
import org.cellist.app.text.Texts;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.KernelMatch;
import org.cellist.kernel.runtime.Kernelspec;
import org.jspecify.annotations.Nullable;

/// Says why a kernel does not run, and what to type next.
///
/// Immutable.
final class KernelTroubleWords {

    private static final int MOST_NAMED = 3;

    private final Texts texts = Texts.of("cli");
    private final KernelBridge bridge;
    private final Path folder;

    /// @param folder the notebook's
    KernelTroubleWords(KernelBridge bridge, Path folder) {
        this.bridge = bridge;
        this.folder = folder;
    }

    /// Returns the lines to show.
    List<String> explain(KernelState state) {
        return switch (state) {
            case KernelState.Missing(var name, var language) -> missing(name, language);
            case KernelState.Failed(var spec, var failure) -> {
                var explanation = new StartFailureWords().explain(spec.displayName(), failure);
                yield withDetails(explanation.inOneLine(), explanation.details());
            }
            case KernelState.Dead(var spec, var exit) ->
                    withDetails(
                            texts.get("run.kernel-died", spec.displayName(), exit.exitCode()),
                            exit.lastWords());
            case KernelState.NotChosen _,
                    KernelState.Ready _,
                    KernelState.Starting _,
                    KernelState.Idle _,
                    KernelState.Busy _,
                    KernelState.Disconnected _,
                    KernelState.Unheard _,
                    KernelState.Unresponsive _ ->
                    List.of();
        };
    }

    private static List<String> withDetails(String sentence, String details) {
        return details.isBlank() ? List.of(sentence) : List.of(sentence, details.strip());
    }

    /// Returns what to say of a kernelspec that is not installed.
    ///
    /// @param language null if the notebook does not tell
    List<String> missing(String name, @Nullable String language) {
        var catalog = bridge.kernels(folder);
        var lines = new ArrayList<String>();
        lines.add(texts.get("run.no-kernelspec", name));
        var closest =
                catalog.closest(name, language).stream()
                        .map(KernelMatch::kernelspec)
                        .filter(Kernelspec::isRunnable)
                        .map(Kernelspec::name)
                        .distinct()
                        .limit(MOST_NAMED)
                        .collect(Collectors.joining(", "));
        if (!closest.isEmpty()) {
            lines.add(texts.get("run.closest", closest));
        }
        bridge.installs(name, language, catalog).stream()
                .findFirst()
                .ifPresent(recipe -> lines.add(texts.get("run.install", InstallLine.of(recipe))));
        return lines;
    }
}
