package org.cellist.app.ui.output.port;

import java.util.concurrent.Executor;
import org.cellist.app.ui.output.html.Browsers;
import org.cellist.app.ui.output.image.Pictures;
import org.cellist.app.ui.output.latex.Formulas;
import org.cellist.app.ui.output.table.TableStates;
import org.cellist.app.ui.output.work.RenderWorker;

/// What all outputs of a window share: threads that decode and typeset, and what they made.
///
/// Making one costs nothing; threads start with the first picture, the browser engine with the
/// first output that needs it.
///
/// Confined to the JavaFX Application Thread.
public final class OutputKit implements AutoCloseable {

    private final RenderWorker worker;
    private final Pictures pictures;
    private final Formulas formulas;
    private final TableStates tables = new TableStates();
    private final Browsers browsers = new Browsers();

    /// @param fx runs tasks on the JavaFX Application Thread
    public OutputKit(Executor fx) {
        this.worker = new RenderWorker("output", 2, fx);
        this.pictures = new Pictures(worker);
        this.formulas = new Formulas(fx);
    }

    public RenderWorker worker() {
        return worker;
    }

    public Pictures pictures() {
        return pictures;
    }

    public Formulas formulas() {
        return formulas;
    }

    public TableStates tables() {
        return tables;
    }

    public Browsers browsers() {
        return browsers;
    }

    /// Ends the threads.
    @Override
    public void close() {
        browsers.close();
        worker.close();
        formulas.close();
    }
}
