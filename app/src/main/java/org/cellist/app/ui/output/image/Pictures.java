package org.cellist.app.ui.output.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.cellist.app.ui.output.image.PictureSource.Decoded;
import org.cellist.app.ui.output.work.RenderWorker;
import org.jspecify.annotations.Nullable;

/// Decodes pictures, and keeps those shown last so that scrolling back finds them.
///
/// Confined to the JavaFX Application Thread.
public final class Pictures {

    /// Memory for pictures that may be out of sight. Those in sight are kept by their nodes.
    private static final long MOST_BYTES = 48L << 20;

    private record Key(Object source, double scale) {}

    private final RenderWorker worker;
    private final SequencedMap<Key, Decoded> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    public Pictures(RenderWorker worker) {
        this.worker = worker;
    }

    /// Returns a picture decoded before, or null.
    @Nullable Decoded known(PictureSource source, double scale) {
        return kept.get(new Key(source.key(), scale));
    }

    /// Decodes a picture.
    ///
    /// @param taker gets null when that is not possible
    RenderWorker.Job decode(PictureSource source, double scale, Consumer<@Nullable Decoded> taker) {
        return worker.submit(
                () -> source.decode(scale),
                decoded -> {
                    if (decoded != null) {
                        keep(new Key(source.key(), scale), decoded);
                    }
                    taker.accept(decoded);
                });
    }

    /// Writes the file of a picture to a place that a person chose.
    ///
    /// @param taker gets whether that worked
    void save(PictureSource source, Path place, Consumer<Boolean> taker) {
        worker.submit(
                () -> Files.write(place, source.file()), written -> taker.accept(written != null));
    }

    private void keep(Key key, Decoded decoded) {
        if (decoded.bytes() > MOST_BYTES / 2) {
            return;
        }
        var before = kept.put(key, decoded);
        bytes += decoded.bytes() - (before == null ? 0 : before.bytes());
        while (bytes > MOST_BYTES) {
            bytes -= kept.pollFirstEntry().getValue().bytes();
        }
    }
}
