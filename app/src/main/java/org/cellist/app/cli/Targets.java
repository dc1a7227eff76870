package org.cellist.app.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cellist.app.text.Texts;
import org.jspecify.annotations.Nullable;

/// The files that one `cellist convert` writes: never one file for two notebooks, and never over
/// another notebook of the same batch, whether that was read already or not.
///
/// Confined to the calling thread.
final class Targets {

    private final Texts texts = Texts.of("cli");
    private final Map<Path, Path> sources = new HashMap<>();
    private final Map<Path, Path> written = new HashMap<>();

    Targets(List<Path> sources) {
        sources.forEach(source -> this.sources.putIfAbsent(RealPath.of(source), source));
    }

    /// Returns why a notebook must not be written there, or null; then no other one may be.
    @Nullable String refusal(Path source, Path target) {
        var real = RealPath.of(target);
        var other = sources.get(real);
        if (other != null && !real.equals(RealPath.of(source))) {
            return texts.get("convert.over-another", source, target);
        }
        var earlier = written.putIfAbsent(real, source);
        return earlier == null ? null : texts.get("convert.twice", source, target, earlier);
    }
}
