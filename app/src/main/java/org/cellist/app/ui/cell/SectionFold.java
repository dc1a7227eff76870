package org.cellist.app.ui.cell;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.notebook.outline.Sections;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What a cell with a heading has beside it: a small arrow that collapses the section, and below
/// it, while it is collapsed, how many cells are hidden.
///
/// Its parts are made when they are first seen: most rows never need them.
///
/// Confined to the JavaFX Application Thread.
final class SectionFold {

    private static final PseudoClass COLLAPSED = PseudoClass.getPseudoClass("collapsed");
    private static final double ARROW = 24;
    private static final double LINE = 30;

    /// Where the arrow stands beside a heading, in pixels below the top of the text; by level.
    private static final double[] ARROW_TOP = {9, 19, 16, 13, 10, 9, 9};

    private final CellRow row;
    private @Nullable Button arrow;
    private @Nullable Button hidden;
    private @Nullable CellViewModel model;
    private SectionState state = SectionState.OPEN;
    private boolean wanted;
    private int level;
    private Subscription following = Subscription.EMPTY;

    SectionFold(CellRow row) {
        this.row = row;
    }

    void show(CellViewModel shown) {
        model = shown;
        following = shown.sectionProperty().subscribe(this::stateChanged);
    }

    void park() {
        following.unsubscribe();
        model = null;
        wanted = false;
        stateChanged(SectionState.OPEN);
    }

    /// Shows the arrow if the cell has a heading. A collapsed section shows it always.
    void want(boolean isWanted) {
        wanted = isWanted;
        refresh();
    }

    private void stateChanged(SectionState now) {
        state = now;
        refresh();
    }

    private void refresh() {
        var shown = model;
        boolean isCollapsed = state.collapsed() && state.hidden() > 0;
        boolean mayHaveArrow = isCollapsed || wanted;
        level = shown != null && mayHaveArrow ? Sections.level(shown.cell()) : 0;
        boolean hasArrow = isCollapsed || level > 0;
        arrow = kept(arrow, hasArrow, "section-arrow");
        hidden = kept(hidden, isCollapsed, "section-hidden");
        if (arrow != null) {
            var words = Texts.of("cell").get(isCollapsed ? "section.show" : "section.collapse");
            arrow.setGraphic(
                    Icons.of(
                            isCollapsed ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN,
                            Icons.SMALL));
            arrow.setAccessibleText(words);
            arrow.pseudoClassStateChanged(COLLAPSED, isCollapsed);
        }
        if (hidden != null) {
            hidden.setText(Texts.of("cell").get("section.hidden", state.hidden()));
            hidden.setAlignment(Pos.CENTER_LEFT);
        }
        row.requestLayout();
    }

    private @Nullable Button kept(@Nullable Button before, boolean isWanted, String styleClass) {
        if (isWanted == (before != null)) {
            return before;
        }
        if (before != null) {
            row.remove(before);
            return null;
        }
        var made = new Button();
        made.getStyleClass().setAll(styleClass);
        made.setFocusTraversable(false);
        made.setMinWidth(Region.USE_PREF_SIZE);
        made.setOnAction(_ -> toggle());
        row.add(made);
        return made;
    }

    private void toggle() {
        if (model != null) {
            model.actions().toggleSection(model.id());
        }
    }

    /// Height below the text, in pixels.
    double height() {
        return hidden == null ? 0 : LINE;
    }

    /// @param left where the text begins
    /// @param top of the text
    /// @param bottom of the text
    void layout(double left, double top, double bottom) {
        if (arrow != null) {
            arrow.resizeRelocate(left - ARROW - 6, top + ARROW_TOP[level], ARROW, ARROW);
        }
        if (hidden != null) {
            double width = hidden.prefWidth(-1);
            hidden.resizeRelocate(left + 14 - 8, bottom + 2, width, LINE - 6);
        }
    }
}
