package org.cellist.app.ui.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.html.BrowserView;
import org.cellist.app.ui.output.html.NetworkGate;
import org.cellist.app.ui.output.image.BundlePictures;
import org.cellist.app.ui.output.image.PictureView;
import org.cellist.app.ui.output.json.JsonTree;
import org.cellist.app.ui.output.latex.Formula;
import org.cellist.app.ui.output.latex.FormulaView;
import org.cellist.app.ui.output.markdown.MarkdownText;
import org.cellist.app.ui.output.markdown.MarkdownView;
import org.cellist.app.ui.output.markup.Markup;
import org.cellist.app.ui.output.port.OutputContext;
import org.cellist.app.ui.output.rich.Block;
import org.cellist.app.ui.output.rich.Inline;
import org.cellist.app.ui.output.rich.Links;
import org.cellist.app.ui.output.rich.NotebookPictures;
import org.cellist.app.ui.output.rich.PictureBox;
import org.cellist.app.ui.output.rich.RichView;
import org.cellist.kernel.protocol.MimeBundle;
import org.jspecify.annotations.Nullable;

/// The ways to show a MIME bundle, the richest first, as Jupyter ranks them; what needs a browser
/// comes after all that does not.
///
/// Confined to the JavaFX Application Thread.
final class Representations {

    private static final double FORMULA_SIZE = 18;

    private final MimeBundle bundle;
    private final OutputContext context;
    private final List<Representation> ways = new ArrayList<>();

    private Representations(MimeBundle bundle, OutputContext context) {
        this.bundle = bundle;
        this.context = context;
    }

    /// @param html what became of the bundle's HTML; null when it has none
    static List<Representation> of(
            MimeBundle bundle, @Nullable Markup html, OutputContext context) {
        var found = new Representations(bundle, context);
        found.addAll(html);
        return found.ways;
    }

    private void addAll(@Nullable Markup html) {
        if (html instanceof Markup.Simple(var blocks)) {
            ways.add(_ -> blocks(blocks));
        }
        for (var type : BundlePictures.MIME_TYPES) {
            if (bundle.data().containsKey(type)) {
                ways.add(broken -> picture(type, broken));
            }
        }
        bundle.text("text/latex").ifPresent(text -> ways.add(broken -> latex(text, broken)));
        bundle.text("text/markdown").ifPresent(text -> ways.add(_ -> markdown(text)));
        var json = bundle.data().get("application/json");
        if (json != null) {
            ways.add(_ -> Representation.Shown.of(new JsonTree(json, context.kit().worker())));
        }
        if (html instanceof Markup.Elaborate elaborate) {
            ways.add(_ -> page(elaborate));
        }
        if (html instanceof Markup.Invisible(boolean hasScripts)
                && hasScripts
                && !plainSaysMore()) {
            ways.add(_ -> scriptsOff());
        }
        bundle.text("text/plain")
                .ifPresent(
                        text -> ways.add(_ -> Representation.Shown.of(OutputNodes.terminal(text))));
    }

    /// A plain text such as `<IPython.core.display.HTML object>` only names the kind of the output.
    private boolean plainSaysMore() {
        var plain = bundle.text("text/plain").orElse("");
        return !plain.isBlank() && !plain.strip().matches("<[^<>]*>");
    }

    private static Representation.Shown scriptsOff() {
        return Representation.Shown.of(new QuietLine(Texts.of("output").get("scriptsOff")));
    }

    private Representation.Shown blocks(List<Block> blocks) {
        var view = new RichView();
        view.show(blocks, context, new NotebookPictures(Map.of(), context.folder()), bundle);
        return new Representation.Shown(view, view::parked);
    }

    private Representation.@Nullable Shown picture(String type, Runnable broken) {
        var source = BundlePictures.of(bundle, type);
        if (source.isEmpty()) {
            return null;
        }
        var words = bundle.text("text/plain").orElse("");
        var wanted = BundlePictures.wantedSize(bundle, type);
        var view = new PictureView(context.kit().pictures(), source.get(), wanted, words);
        view.onBroken(broken);
        return new Representation.Shown(new PictureBox(view, Block.Side.LEFT), view::parked);
    }

    /// A formula that cannot be set makes way for a plain text that says more than its source.
    private Representation.@Nullable Shown latex(String text, Runnable broken) {
        var blocks = MarkdownText.latex(text);
        var formula = onlyFormula(blocks);
        if (formula == null) {
            return blocks.isEmpty() ? null : blocks(blocks);
        }
        Runnable unsettable = plainSaysMore() ? broken : () -> {};
        var formulas = context.kit().formulas();
        var view = new FormulaView(formula, formulas, FORMULA_SIZE, unsettable);
        return new Representation.Shown(new PictureBox(view, Block.Side.LEFT), view::parked);
    }

    private static @Nullable Formula onlyFormula(List<Block> blocks) {
        if (blocks.size() != 1) {
            return null;
        }
        return switch (blocks.getFirst()) {
            case Block.Maths(var formula) -> formula;
            case Block.Paragraph(var content, _)
                    when content.size() == 1 && content.getFirst() instanceof Inline.Maths maths ->
                    new Formula(maths.formula().latex(), true);
            default -> null;
        };
    }

    private Representation.Shown markdown(String text) {
        var view = new MarkdownView();
        view.show(text, Map.of(), context);
        return new Representation.Shown(view, view::parked);
    }

    private Representation.@Nullable Shown page(Markup.Elaborate elaborate) {
        if (!NetworkGate.isShut()) {
            return elaborate.blocks().isEmpty() ? null : blocks(elaborate.blocks());
        }
        var view =
                new BrowserView(
                        context.kit().browsers(),
                        elaborate.html(),
                        link -> Links.follow(link, context.links()));
        return new Representation.Shown(view, view::parked);
    }
}
