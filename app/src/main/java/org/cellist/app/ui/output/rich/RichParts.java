package org.cellist.app.ui.output.rich;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.output.image.PictureSize;
import org.cellist.app.ui.output.image.PictureSource;
import org.cellist.app.ui.output.image.PictureView;
import org.cellist.app.ui.output.latex.Formula;
import org.cellist.app.ui.output.latex.FormulaView;
import org.cellist.app.ui.output.port.OutputContext;
import org.cellist.app.ui.output.table.TableStates;

/// Makes the parts of a formatted text, and knows those that need an end.
///
/// Confined to the JavaFX Application Thread.
final class RichParts {

    /// The letters of formulas are smaller than a text's for the same size.
    private static final double FORMULA_SIZE = 16.5;

    private final OutputContext context;
    private final PictureResolver resolver;
    private final Object owner;
    private final List<Runnable> endings = new ArrayList<>();
    private final List<RichFlow> flows = new ArrayList<>();
    private int tables;

    /// @param owner what the blocks were made of
    RichParts(OutputContext context, PictureResolver resolver, Object owner) {
        this.context = context;
        this.resolver = resolver;
        this.owner = owner;
    }

    OutputContext context() {
        return context;
    }

    PictureResolver resolver() {
        return resolver;
    }

    /// Returns how the next table was arranged.
    TableStates.State nextTable() {
        return context.kit().tables().of(owner, tables++);
    }

    /// The paragraphs in reading order.
    List<RichFlow> flows() {
        return flows;
    }

    void add(RichFlow flow) {
        flows.add(flow);
    }

    PictureView picture(PictureSource source, Inline.Picture picture) {
        var wanted = new PictureSize(picture.width(), picture.height());
        var view = new PictureView(context.kit().pictures(), source, wanted, picture.words());
        endings.add(view::parked);
        return view;
    }

    FormulaView formula(Formula formula) {
        var view = new FormulaView(formula, context.kit().formulas(), FORMULA_SIZE);
        endings.add(view::parked);
        return view;
    }

    /// Does something after what waits for the JavaFX thread now.
    void later(Runnable action) {
        var job = context.kit().worker().submit(() -> true, _ -> action.run());
        endings.add(job::cancel);
    }

    void end() {
        endings.forEach(Runnable::run);
        endings.clear();
    }
}
