package org.cellist.app.ui.editor.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.TextBoundsType;
import javafx.scene.text.TextFlow;
import org.cellist.app.ui.theme.ChosenType;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.SimpleEditableStyledDocument;
import org.fxmisc.richtext.model.StyledSegment;

/// RichTextFX's area for code. The style of a piece is the style class of its
/// [org.cellist.app.ui.editor.highlight.TokenStyle] and those of marks over it.
///
/// The style sheets give the colours to the area (`-code-text-fill`, `-code-keyword-fill` and so
/// on), and the area gives them to its pieces.
///
/// Confined to the JavaFX Application Thread.
public abstract class CodeTextArea
        extends GenericStyledArea<Collection<String>, String, Collection<String>> {

    private static final List<CssMetaData<? extends Styleable, ?>> STYLEABLE = styleable();

    private final Ink ink;

    protected CodeTextArea() {
        this(new Ink());
    }

    private CodeTextArea(Ink ink) {
        super(
                List.of(),
                (line, _) -> setRowHeight(line),
                List.of(),
                new SimpleEditableStyledDocument<>(List.of(), List.of()),
                SegmentOps.styledTextOps(),
                false,
                piece -> node(piece, ink));
        this.ink = ink;
    }

    private static Node node(StyledSegment<String, Collection<String>> piece, Ink ink) {
        int gap = LineGap.columns(piece.getStyle());
        int cut = WordCut.units(piece.getStyle());
        return gap >= 0
                ? new LineGap(gap)
                : cut >= 0 ? new WordCut(cut) : ink.text(piece.getSegment(), piece.getStyle());
    }

    /// Begins to follow what is chosen for looks; once, when the area is made.
    protected final void followLooks() {
        getStyleClass().add("code-area");
        ink.setChanged(() -> writeAnew(this));
        ChosenType.follow(this, () -> writeAnew(this));
    }

    private static List<CssMetaData<? extends Styleable, ?>> styleable() {
        var all = new ArrayList<>(getClassCssMetaData());
        all.addAll(Ink.STYLEABLE);
        return List.copyOf(all);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLEABLE;
    }

    /// Makes rows as high as in all other text, for which the theme's sheet says so: of whole
    /// pixels. JavaFX keeps that for a line as a whole, and takes it from any piece that is in it.
    private static void setRowHeight(TextFlow line) {
        for (var child : line.getChildren()) {
            if (child instanceof CodeText piece) {
                piece.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
                return;
            }
        }
    }

    Ink ink() {
        return ink;
    }

    private void writeAnew(Parent parent) {
        for (var child : parent.getChildrenUnmodifiable()) {
            if (child instanceof CodeText text) {
                ink.write(text);
            } else if (child instanceof LineGap gap) {
                gap.fit();
            } else if (child instanceof WordCut cut) {
                cut.fit();
            } else if (child instanceof Parent inner) {
                writeAnew(inner);
            }
        }
    }
}
