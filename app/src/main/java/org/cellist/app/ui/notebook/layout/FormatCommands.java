package org.cellist.app.ui.notebook.layout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cellist.app.environment.CodeFormatter;
import org.cellist.app.environment.CodeFormatter.Outcome;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.Group;
import org.cellist.app.session.CellSession;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.kernel.runtime.Kernelspec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lays the code of cells out by the ruff or black of the kernel's environment, as one step back.
///
/// A cell that was edited while the program worked stays as it is.
///
/// Confined to the JavaFX Application Thread; the program works on a virtual thread.
public final class FormatCommands {

    private static final Logger LOG = LoggerFactory.getLogger(FormatCommands.class);
    private static final String PYTHON = "python";

    private final CellSession session;
    private final Consumer<PageNote> notes;
    private final Executor fx = new FxExecutor();
    private boolean isWorking;

    /// @param notes shows what there is to say
    public FormatCommands(CellSession session, Consumer<PageNote> notes) {
        this.session = session;
        this.notes = notes;
    }

    /// Lays those of the cells out that are Python.
    public void format(List<CellId> cells) {
        if (isWorking) {
            return;
        }
        var notebook = session.store().notebook();
        var asked = new ArrayList<CellCode>();
        for (var id : cells) {
            if (notebook.cell(id).orElse(null) instanceof CodeCell cell) {
                asked.add(new CellCode(id, notebook.indexOf(id) + 1, cell.source()));
            }
        }
        if (!asked.isEmpty()) {
            isWorking = true;
            notes.accept(LayoutWords.ofNow().working());
            session.kernel().wanted(spec -> format(asked, spec));
        }
    }

    private void format(List<CellCode> cells, @Nullable Kernelspec spec) {
        var words = LayoutWords.ofNow();
        if (spec == null) {
            end(words.noKernel());
        } else if (!spec.language().toLowerCase(Locale.ROOT).equals(PYTHON)) {
            end(words.otherLanguage(spec.displayName()));
        } else if (spec.needsConsent()) {
            end(words.needsConsent(spec.displayName()));
        } else {
            var folder = folder();
            Thread.ofVirtual().name("format").start(() -> work(cells, spec, folder));
        }
    }

    private Path folder() {
        var file = session.file().path();
        var parent = file == null ? null : file.toAbsolutePath().getParent();
        return parent == null ? Path.of(System.getProperty("user.home", "/")) : parent;
    }

    /// On the virtual thread.
    private void work(List<CellCode> cells, Kernelspec spec, Path folder) {
        var words = LayoutWords.ofNow();
        try {
            for (var program : CodeFormatter.of(spec)) {
                var layouts = new CellLayouts(code -> program.format(code, folder));
                var end = layouts.run(cells).orElse(null);
                if (end instanceof Outcome.Failed failed) {
                    fx.execute(() -> end(words.failed(program.name(), failed)));
                    return;
                }
                if (!(end instanceof Outcome.Missing)) {
                    fx.execute(() -> take(program.name(), layouts));
                    return;
                }
            }
            fx.execute(() -> end(words.missing(spec.displayName(), installLine(spec))));
        } catch (InterruptedException _) {
            LOG.debug("the layout of cells was given up");
        }
    }

    private static String installLine(Kernelspec spec) {
        var interpreter = spec.interpreter();
        var python = interpreter == null ? PYTHON : interpreter.path().toString();
        var quoted = python.contains(" ") ? "\"" + python + "\"" : python;
        return quoted + " -m pip install ruff";
    }

    private void take(String program, CellLayouts layouts) {
        var notebook = session.store().notebook();
        var edits = new ArrayList<NotebookEdit>();
        int changed = 0;
        int stale = 0;
        for (var each : layouts.laid()) {
            var before = each.cell().source();
            var now = notebook.cell(each.cell().cell());
            if (now.filter(it -> it.source().equals(before)).isEmpty()) {
                stale++;
            } else if (!before.equals(each.source())) {
                changed++;
                edits.addAll(SourceEdits.between(each.cell().cell(), before, each.source()));
            }
        }
        session.store().apply(new Group(edits));
        end(LayoutWords.ofNow().done(program, changed, stale, layouts.refused()));
    }

    private void end(PageNote note) {
        isWorking = false;
        notes.accept(note);
    }
}
