package org.cellist.app.ui.output.latex;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cellist.app.ui.output.work.RenderWorker;
import org.jspecify.annotations.Nullable;

/// Typesets formulas on one thread, and keeps those shown last.
///
/// Confined to the JavaFX Application Thread.
public final class Formulas implements AutoCloseable {

    private static final int MOST_BYTES = 8 << 20;
    private static final int ENTRY_BYTES = 200;

    private record Key(Formula formula, double size, double scale) {}

    private final RenderWorker worker;
    private final Typesetter typesetter = new Typesetter();
    private final SequencedMap<Key, Typesetting> kept = new LinkedHashMap<>(64, 0.75f, true);
    private int bytes;

    /// @param fx runs what takes results: the JavaFX thread in a window
    public Formulas(Executor fx) {
        this.worker = new RenderWorker("output-formula", 1, fx);
    }

    /// Returns what became of a formula before, or null.
    @Nullable Typesetting known(Formula formula, double size, double scale) {
        return kept.get(new Key(formula, size, scale));
    }

    /// Typesets a formula.
    ///
    /// @param taker gets what became of it
    RenderWorker.Job typeset(
            Formula formula, double size, double scale, Consumer<Typesetting> taker) {
        return worker.submit(
                () -> typesetter.typeset(formula, size, scale),
                result -> {
                    var known = result == null ? new Typesetting.Unsettable() : result;
                    keep(new Key(formula, size, scale), known);
                    taker.accept(known);
                });
    }

    private void keep(Key key, Typesetting typesetting) {
        if (kept.put(key, typesetting) == null) {
            bytes += bytesOf(typesetting);
        }
        while (bytes > MOST_BYTES) {
            bytes -= bytesOf(kept.pollFirstEntry().getValue());
        }
    }

    private static int bytesOf(Typesetting typesetting) {
        return ENTRY_BYTES
                + switch (typesetting) {
                    case TypesetFormula formula -> formula.bytes();
                    case Typesetting.Unsettable _ -> 0;
                };
    }

    /// Ends the thread.
    @Override
    public void close() {
        worker.close();
    }
}
