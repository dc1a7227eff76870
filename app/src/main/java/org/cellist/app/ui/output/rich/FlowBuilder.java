package org.cellist.app.ui.output.rich;

import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.transform.Shear;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.colour.SafeColour;
import org.cellist.app.ui.output.rich.Block.Side;
import org.cellist.app.ui.theme.LetterRuns;
import org.cellist.app.ui.theme.LetterRuns.Kind;

/// Fills paragraphs with the nodes of their parts.
///
/// Confined to the JavaFX Application Thread.
final class FlowBuilder {

    /// The family of the text has no slanted letters; JavaFX would take bold ones instead.
    private static final double SLANT = -0.2;

    /// About where letters stand, from the top of their line, in pixels.
    private static final double FOOT = 14;

    /// The style class of a flow in which all letters have one width.
    static final String PREFORMATTED = "preformatted";

    private static final int MOST_STRETCHES = 250;

    private static final Pattern WORD = Pattern.compile("(?<=\\s)(?=\\S)");

    private final RichParts parts;

    FlowBuilder(RichParts parts) {
        this.parts = parts;
    }

    /// Makes a paragraph.
    ///
    /// @param styleClass of the flow: `paragraph`, `heading-1`, …
    RichFlow flow(List<Inline> content, Side side, String styleClass) {
        var flow = new RichFlow(side);
        flow.getStyleClass().add(styleClass);
        for (var part : content) {
            add(flow, part);
        }
        parts.add(flow);
        return flow;
    }

    private void add(RichFlow flow, Inline part) {
        switch (part) {
            case Inline.Words words -> addWords(flow, words);
            case Inline.LineEnd(var style) -> flow.add(new Text("\n"), style);
            case Inline.Maths(var formula, _) -> flow.add(parts.formula(formula), formula.source());
            case Inline.Picture picture -> flow.add(picture(picture), picture.words());
        }
    }

    /// Makes the nodes of a picture; one that leads somewhere can be clicked.
    Region picture(Inline.Picture picture) {
        var node =
                switch (parts.resolver().resolve(picture.address())) {
                    case PictureResolver.Found.Here(var source) -> parts.picture(source, picture);
                    case PictureResolver.Found.Remote(var address) ->
                            new RemotePicture(picture, address, parts);
                    case PictureResolver.Found.Nothing _ -> missing(picture);
                };
        var link = picture.style().link();
        if (link != null && Links.canBeFollowed(link) && !(node instanceof RemotePicture)) {
            node.setCursor(Cursor.HAND);
            Tooltip.install(node, new Tooltip(link));
            node.addEventHandler(
                    MouseEvent.MOUSE_CLICKED,
                    event -> {
                        if (event.getButton() == MouseButton.PRIMARY) {
                            Links.follow(link, parts.context().links());
                        }
                    });
        }
        return node;
    }

    private static Region missing(Inline.Picture picture) {
        var texts = Texts.of("output");
        var words = picture.words().isBlank() ? picture.address() : picture.words();
        var label = new Label(texts.get("pictureMissing", shortened(words)));
        label.getStyleClass().add("output-quiet");
        return label;
    }

    private static String shortened(String words) {
        int most = 60;
        return words.length() <= most ? words : words.substring(0, most) + "…";
    }

    /// Letters that slant are added word by word: each is sheared by itself.
    private void addWords(RichFlow flow, Inline.Words words) {
        var style = words.style();
        boolean slants = style.has(InlineStyle.EMPHASIS);
        boolean isCode = style.has(InlineStyle.CODE) || style.has(InlineStyle.KEY);
        if (isCode || flow.getStyleClass().contains(PREFORMATTED)) {
            addColumns(flow, words);
        } else if (slants) {
            for (var word : WORD.split(words.text(), -1)) {
                addText(flow, new Inline.Words(word, words.style()), Kind.PLAIN);
            }
        } else {
            addText(flow, words, Kind.PLAIN);
        }
    }

    /// Letters of two columns are added by themselves: they may be of another font.
    private void addColumns(RichFlow flow, Inline.Words words) {
        int at = 0;
        for (var stretch : LetterRuns.of(words.text(), MOST_STRETCHES)) {
            var part = words.text().substring(at, stretch.end());
            addText(flow, new Inline.Words(part, words.style()), stretch.kind());
            at = stretch.end();
        }
    }

    private void addText(RichFlow flow, Inline.Words words, Kind letters) {
        var style = words.style();
        var text = new Text(words.text());
        text.getStyleClass().addAll(style.classes());
        if (letters.styleClass() != null) {
            text.getStyleClass().add(letters.styleClass());
        }
        var colour = style.colour();
        if (colour != null) {
            text.setStyle(SafeColour.fill(colour));
        }
        if (style.has(InlineStyle.EMPHASIS)) {
            text.getTransforms().add(new Shear(SLANT, 0, 0, FOOT));
        }
        int start = flow.add(text, style);
        var link = style.link();
        if (link != null && Links.canBeFollowed(link)) {
            makeLink(flow, text, start, link);
        }
    }

    private void makeLink(RichFlow flow, Text text, int start, String link) {
        text.getStyleClass().add("link");
        text.setCursor(Cursor.HAND);
        text.setFocusTraversable(true);
        text.setAccessibleRole(AccessibleRole.HYPERLINK);
        Tooltip.install(text, new Tooltip(link));
        text.focusVisibleProperty()
                .subscribe(
                        focused ->
                                flow.showFocus(
                                        start, focused ? start + text.getText().length() : start));
        text.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                        Links.follow(link, parts.context().links());
                        event.consume();
                    }
                });
        text.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                        Links.follow(link, parts.context().links());
                        event.consume();
                    }
                });
    }
}
