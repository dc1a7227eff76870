package org.cellist.app.ui.terminal;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.cellist.app.ui.output.ansi.CharColumns;
import org.cellist.app.ui.output.ansi.StyledLine;
import org.cellist.app.ui.output.ansi.TextColour;
import org.cellist.app.ui.output.ansi.TextStyle;
import org.cellist.app.ui.output.terminal.TerminalRow;
import org.cellist.app.ui.terminal.emulation.Emulation;
import org.cellist.app.ui.terminal.emulation.ScreenShot;
import org.cellist.app.ui.terminal.emulation.ScreenShot.CursorPlace;
import org.cellist.app.ui.terminal.emulation.ScreenShot.Place;
import org.cellist.app.ui.terminal.emulation.ScreenShot.Row;
import org.cellist.app.ui.terminal.emulation.Way;
import org.cellist.app.ui.theme.ChosenType;
import org.cellist.app.ui.theme.ScrollThumb;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/// A terminal's screen: its rows, its cursor, and a bar for what has scrolled out of it.
///
/// It shows one picture of its [Emulation] after the other, and of that the rows that differ. All
/// keys are the program's but those of the window ([TerminalKeys]).
///
/// Confined to the JavaFX Application Thread.
public final class TerminalScreen extends Region {

    private static final double SIDE = 12; // free at the left, in pixels
    private static final double TOP = 6;
    private static final double HALF = 0.5;
    private static final int MOST = 255;
    private static final TextStyle COMPOSED =
            new TextStyle(TextColour.DEFAULT, TextColour.DEFAULT, TextStyle.UNDERLINE);

    private final Emulation emulation;
    private final List<TerminalRow> rows = new ArrayList<>();
    private final List<@Nullable Row> shown = new ArrayList<>();
    private final Region cursor = new Region();
    private final TerminalRow composed = new TerminalRow();
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final ReadOnlyObjectWrapper<Way> way = new ReadOnlyObjectWrapper<>(new Way.Whole());
    private ScreenShot shot = ScreenShot.EMPTY;
    private TerminalSize size;
    private boolean isBarMoved; // by a picture, not by a person

    /// @param size that the program was started with
    /// @param links what follows the addresses that a program writes
    public TerminalScreen(Emulation emulation, TerminalSize size, TerminalLinks.Opener links) {
        this.emulation = emulation;
        this.size = size;
        getStyleClass().add("terminal-screen");
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setFocusTraversable(true);
        setCursor(Cursor.TEXT);
        setClip(clip);
        cursor.getStyleClass().add("terminal-cursor");
        cursor.setManaged(false);
        cursor.setMouseTransparent(true);
        composed.getStyleClass().add("terminal-composed");
        composed.setManaged(false);
        composed.setVisible(false);
        composed.setMouseTransparent(true);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setManaged(false);
        bar.setFocusTraversable(false);
        bar.setCursor(Cursor.DEFAULT);
        bar.valueProperty().subscribe(_ -> scrolled());
        getChildren().addAll(cursor, composed, bar);
        focusedProperty().subscribe(_ -> placeCursor());
        ChosenType.follow(this, this::setAnew);
        backgroundProperty().subscribe(_ -> tellColours());
        new TerminalKeys(this, emulation).install();
        new TerminalInput(this, emulation).install();
        new TerminalMouse(this, emulation, new TerminalLinks(this, links)).install();
        refresh();
    }

    /// Returns whether a key belongs to a terminal and not to the window. Where the program has
    /// ended, only copying does.
    public static boolean wants(KeyEvent event) {
        return event.getTarget() instanceof TerminalScreen screen
                && (screen.emulation.hasEnded()
                        ? TerminalKeys.isCopy(event)
                        : !TerminalKeys.isWindows(event));
    }

    /// Returns how large a terminal is that has so much room, in pixels.
    public static TerminalSize sizeIn(double width, double height) {
        var code = ChosenType.code();
        int columns = (int) ((width - 2 * SIDE) / code.columnWidth());
        int rows = (int) ((height - 2 * TOP) / code.rowHeight());
        return new TerminalSize(Math.max(1, columns), Math.max(1, rows));
    }

    // ---- pictures

    /// Shows the newest picture.
    public void refresh() {
        shot = emulation.take();
        for (int i = rows.size(); i < shot.rows().size(); i++) {
            var row = new TerminalRow();
            row.setManaged(false);
            row.setMouseTransparent(true);
            rows.add(row);
            shown.add(null);
            getChildren().add(i, row);
        }
        for (int i = 0; i < rows.size(); i++) {
            show(i, i < shot.rows().size() ? shot.rows().get(i) : null);
        }
        placeCursor();
        placeBar();
        way.set(shot.way());
    }

    /// How the way to the program is, as the picture says.
    public ReadOnlyObjectProperty<Way> wayProperty() {
        return way.getReadOnlyProperty();
    }

    private void show(int index, @Nullable Row row) {
        var node = rows.get(index);
        node.setVisible(row != null);
        if (row != null && !row.equals(shown.get(index))) {
            node.show(row.line(), shot.columns(), row.selectedFrom(), row.selectedTo());
        }
        shown.set(index, row);
    }

    private void placeCursor() {
        var place = shot.cursor();
        cursor.setVisible(place != null);
        if (place != null) {
            cursor.getStyleClass().setAll("terminal-cursor", form(place));
            double wide = ChosenType.code().columnWidth();
            double high = ChosenType.code().rowHeight();
            cursor.resizeRelocate(
                    snapPositionX(SIDE + place.column() * wide),
                    TOP + place.row() * high,
                    snapSizeX(place.columns() * wide),
                    high);
        }
    }

    private String form(CursorPlace place) {
        if (!isFocused()) {
            return "away";
        }
        return switch (place.form()) {
            case BLOCK -> "block";
            case UNDERLINE -> "underline";
            case BAR -> "bar";
        };
    }

    private void placeBar() {
        isBarMoved = true;
        int most = shot.above() + shot.below();
        bar.setVisible(most > 0);
        int inSight = shot.rows().size();
        ScrollThumb.show(
                bar, shot.above(), most, most == 0 ? 1 : inSight / (double) (most + inSight));
        bar.setBlockIncrement(inSight);
        isBarMoved = false;
    }

    private void scrolled() {
        if (!isBarMoved) {
            emulation.scrollTo((int) Math.round(bar.getMax() - bar.getValue()));
        }
    }

    /// Letters have other sizes than before.
    private void setAnew() {
        getChildren().removeAll(rows);
        rows.clear();
        shown.clear();
        refresh();
        requestLayout();
    }

    /// Programs ask whether the window is light or dark.
    private void tellColours() {
        var ground = getBackground();
        if (ground != null
                && !ground.getFills().isEmpty()
                && ground.getFills().getFirst().getFill() instanceof Color paper) {
            var text = paper.getBrightness() < HALF ? Color.WHITE : Color.BLACK;
            emulation.setColours(rgb(text), rgb(paper));
        }
    }

    private static int rgb(Color colour) {
        return (int) Math.round(colour.getRed() * MOST) << 16
                | (int) Math.round(colour.getGreen() * MOST) << 8
                | (int) Math.round(colour.getBlue() * MOST);
    }

    // ---- places

    ScreenShot shot() {
        return shot;
    }

    /// Returns the place at a point.
    ///
    /// @param isBetween whether places between letters are meant, the nearest of them
    Place placeAt(double x, double y, boolean isBetween) {
        double column = (x - SIDE) / ChosenType.code().columnWidth();
        int row = (int) Math.floor((y - TOP) / ChosenType.code().rowHeight());
        int at = (int) (isBetween ? Math.round(column) : Math.floor(column));
        return new Place(row, Math.clamp(at, 0, shot.columns()));
    }

    /// Returns the lower left corner of the cursor's place, in this node.
    Point2D belowCursor() {
        return new Point2D(
                cursor.getLayoutX(), cursor.getLayoutY() + ChosenType.code().rowHeight());
    }

    /// Shows what an input method composes; empty for nothing.
    void compose(String text) {
        int columns = CharColumns.of(text);
        var run = new StyledLine.Run(0, text.length(), COMPOSED);
        composed.show(new StyledLine(text, List.of(run), columns), columns, 0, 0);
        composed.setVisible(!text.isEmpty());
        composed.resizeRelocate(
                cursor.getLayoutX(),
                cursor.getLayoutY(),
                columns * ChosenType.code().columnWidth(),
                ChosenType.code().rowHeight());
    }

    // ---- layout

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        double wide = bar.prefWidth(-1);
        bar.resizeRelocate(width - wide, 0, wide, height);
        double high = ChosenType.code().rowHeight();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).resizeRelocate(SIDE, TOP + i * high, width - SIDE, high);
        }
        var wanted = sizeIn(width, height);
        if (!wanted.equals(size) && width > 0 && height > 0) {
            size = wanted;
            emulation.resize(wanted);
        }
        placeCursor();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
