package org.cellist.app.ui.output.rich;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.port.ColouredCode;
import org.cellist.app.ui.output.rich.Block.Side;
import org.cellist.app.ui.output.table.DataTable;
import org.cellist.app.ui.output.terminal.TerminalView;

/// Makes the nodes of blocks.
///
/// Confined to the JavaFX Application Thread.
final class BlockBuilder {

    /// A flow is laid out as a whole.
    private static final int LONGEST_FLOW = 20_000;

    private static final char ESCAPE = '\u001b';

    private final RichParts parts;
    private final FlowBuilder flows;

    BlockBuilder(RichParts parts) {
        this.parts = parts;
        this.flows = new FlowBuilder(parts);
    }

    /// Makes a column of blocks.
    Region column(List<Block> blocks, String styleClass) {
        var column = new VBox();
        column.getStyleClass().addAll("rich-column", styleClass);
        for (var block : blocks) {
            column.getChildren().add(node(block));
        }
        return column;
    }

    Region node(Block block) {
        return switch (block) {
            case Block.Paragraph(var content, var side) -> paragraph(content, side);
            case Block.Heading(var level, var content, var side) ->
                    flows.flow(content, side, "heading-" + level);
            case Block.Code(var text, var language) -> code(text, language);
            case Block.Preformatted(var content) -> preformatted(content);
            case Block.Listing listing -> listing(listing);
            case Block.Quote(var content) -> column(content, "quote");
            case Block.Admonition(var kind, var content) -> admonition(kind, content);
            case Block.Details details -> details(details);
            case Block.Maths(var formula) -> centred(parts.formula(formula));
            case Block.Rule() -> rule();
            case Block.Tabular(var table) -> new RichTable(table, flows);
            case Block.Values(var grid) -> new DataTable(grid, parts.nextTable());
        };
    }

    /// A paragraph of nothing but a picture lets it shrink with the room there is.
    private Region paragraph(List<Inline> content, Side side) {
        if (content.size() == 1 && content.getFirst() instanceof Inline.Picture picture) {
            var node = flows.picture(picture);
            var box = new PictureBox(node, side);
            box.getStyleClass().add("picture-paragraph");
            return box;
        }
        return flows.flow(content, side, "paragraph");
    }

    private Region admonition(String kind, List<Block> content) {
        var column = column(content, "admonition");
        column.getStyleClass().add(kind);
        return column;
    }

    private static Region centred(Region formula) {
        var box = new PictureBox(formula, Side.CENTRE);
        box.getStyleClass().add("formula-paragraph");
        return box;
    }

    private static Region rule() {
        var line = new Region();
        line.getStyleClass().add("rule");
        return line;
    }

    private Region preformatted(List<Inline> content) {
        int length = content.stream().mapToInt(BlockBuilder::length).sum();
        return length > LONGEST_FLOW
                ? longText(Inline.textOf(content))
                : flows.flow(content, Side.LEFT, FlowBuilder.PREFORMATTED);
    }

    private static int length(Inline part) {
        return part instanceof Inline.Words words ? words.text().length() : 1;
    }

    /// A text of many lines has nodes for those in sight only.
    private static Region longText(String text) {
        var view = TerminalView.ofText();
        view.show(StreamText.of(text.replace(ESCAPE, '\ufffd')));
        view.getStyleClass().add("long-code");
        return view;
    }

    private Region code(String text, String language) {
        if (text.length() > LONGEST_FLOW) {
            return longText(text);
        }
        var flow = new RichFlow(Side.LEFT);
        flow.getStyleClass().add("code-block");
        ColouredCode.plain(text).forEach(words -> flow.add(words, InlineStyle.PLAIN));
        parts.add(flow);
        parts.context()
                .colours()
                .colour(text, language, runs -> flow.recolour(ColouredCode.of(text, runs)));
        return flow;
    }

    private Region listing(Block.Listing listing) {
        var column = new VBox();
        column.getStyleClass().addAll("listing", listing.tight() ? "tight" : "loose");
        var start = listing.start();
        for (int i = 0; i < listing.items().size(); i++) {
            var item = listing.items().get(i);
            var number = start == null ? "" : (start + i) + ".";
            column.getChildren().add(item(item, number));
        }
        return column;
    }

    private Region item(Block.Item item, String number) {
        var marker = new StackPane(mark(item, number));
        marker.getStyleClass().add("item-marker");
        marker.setMinWidth(Region.USE_PREF_SIZE);
        var content = column(item.content(), "item");
        HBox.setHgrow(content, Priority.ALWAYS);
        var row = new HBox(marker, content);
        row.setFillHeight(false);
        row.getStyleClass().add("item-row");
        return row;
    }

    private static Node mark(Block.Item item, String number) {
        var done = item.done();
        if (done != null) {
            var box = new StackPane();
            box.getStyleClass().addAll("task", done ? "done" : "open");
            box.setAccessibleText(Texts.of("output").get(done ? "taskDone" : "taskOpen"));
            if (done) {
                var tick = new Region();
                tick.getStyleClass().add("tick");
                box.getChildren().add(tick);
            }
            return box;
        }
        if (number.isEmpty()) {
            var dot = new Region();
            dot.getStyleClass().add("bullet");
            return dot;
        }
        var text = new Text(number);
        text.getStyleClass().add("item-number");
        return text;
    }

    private Region details(Block.Details details) {
        var triangle = new Region();
        triangle.getStyleClass().add("triangle");
        var button = new Button();
        button.setGraphic(triangle);
        button.getStyleClass().add("details-button");
        var summary =
                flows.flow(
                        details.summary().isEmpty()
                                ? List.of(
                                        new Inline.Words(
                                                Texts.of("output").get("details"),
                                                InlineStyle.PLAIN))
                                : details.summary(),
                        Side.LEFT,
                        "details-summary");
        HBox.setHgrow(summary, Priority.ALWAYS);
        var content = column(details.content(), "details-content");
        var box = new VBox(new HBox(button, summary), content);
        box.getStyleClass().add("details");
        Folds.connect(content, triangle);
        content.setManaged(details.open());
        button.setOnAction(_ -> content.setManaged(!content.isManaged()));
        summary.setOnMouseClicked(_ -> content.setManaged(!content.isManaged()));
        return box;
    }
}
