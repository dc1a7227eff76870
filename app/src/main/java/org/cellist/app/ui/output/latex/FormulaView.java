package org.cellist.app.ui.output.latex;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import org.cellist.app.ui.output.work.RenderWorker;
import org.cellist.app.ui.theme.ChosenType;
import org.jspecify.annotations.Nullable;

/// Shows a formula; one that cannot be set as its source, in a quiet style.
///
/// The ink is that of the style class `formula-ink`, and follows the theme. In a line of text the
/// formula stands on the line.
///
/// Confined to the JavaFX Application Thread.
public final class FormulaView extends Region {

    private static final double EM = 0.55;
    private static final int MOST_GUESSED_LINES = 20;
    private static final int MOST_GUESSED_LETTERS = 40;

    private final Formula formula;
    private final Formulas formulas;
    private final double ownSize;
    private double size; // of the letters, as a person wants formatted text
    private double scale; // pixels of the screen for one of this view, in what is set
    private final Runnable unsettable;
    private final ImageView view = new ImageView();
    private final Text ink = new Text();
    private double room = Double.MAX_VALUE;
    private @Nullable TypesetFormula typeset;
    private @Nullable Label source;
    private RenderWorker.@Nullable Job job;

    /// @param size of the letters, in pixels, while formatted text has its usual size
    public FormulaView(Formula formula, Formulas formulas, double size) {
        this(formula, formulas, size, () -> {});
    }

    /// @param unsettable is run when it turns out that the formula can only be shown as source
    public FormulaView(Formula formula, Formulas formulas, double size, Runnable unsettable) {
        this.formula = formula;
        this.formulas = formulas;
        ownSize = size;
        this.size = size * ChosenType.now().textScale();
        this.unsettable = unsettable;
        this.scale = screenScale();
        getStyleClass().addAll("formula", formula.display() ? "display" : "inline");
        setAccessibleText(formula.latex());
        ink.getStyleClass().add("formula-ink");
        ink.setManaged(false);
        ink.setVisible(false);
        ink.fillProperty().subscribe(this::tint);
        view.setManaged(false);
        getChildren().addAll(view, ink);
        begin();
        ChosenType.follow(this, this::setAnew);
    }

    /// Sets how wide the formula may be, where its parent does not tell.
    public void setRoom(double width) {
        if (width != room) {
            room = width;
            requestLayout();
        }
    }

    /// Lets go of the pixels.
    public void parked() {
        if (job != null) {
            job.cancel();
        }
        view.setImage(null);
    }

    private void setAnew() {
        double wanted = ownSize * ChosenType.now().textScale();
        if (wanted != size && source == null) {
            size = wanted;
            begin();
        }
    }

    private void begin() {
        var known = formulas.known(formula, size, scale);
        if (known != null) {
            take(known);
        } else {
            job = formulas.typeset(formula, size, scale, this::take);
        }
    }

    private static double screenScale() {
        return Screen.getScreens().stream().mapToDouble(Screen::getOutputScaleX).max().orElse(1);
    }

    /// Sets the letters again where the page is shown larger than they were set for.
    private void sharpen() {
        double wanted = screenScale() * Math.ceil(getLocalToSceneTransform().getMxx());
        if (typeset != null && wanted > scale) {
            scale = wanted;
            begin();
        }
    }

    private void take(Typesetting result) {
        switch (result) {
            case TypesetFormula formulaAsPixels -> {
                typeset = formulaAsPixels;
                tint();
            }
            case Typesetting.Unsettable _ -> showSource();
        }
        requestLayout();
    }

    private void showSource() {
        var label = new Label(formula.source());
        label.setWrapText(true);
        label.getStyleClass().add("formula-source");
        source = label;
        getChildren().setAll(label);
        unsettable.run();
    }

    private void tint() {
        if (typeset != null && ink.getFill() instanceof Color colour) {
            view.setImage(typeset.tinted(colour));
        }
    }

    private double shrink(double width) {
        double most = width > 0 ? Math.min(width, room) : room;
        return typeset != null && typeset.width() > most ? most / typeset.width() : 1;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        if (source != null) {
            return Math.min(room, source.prefWidth(-1));
        }
        return typeset != null ? typeset.width() * shrink(-1) : guessedLetters() * size * EM;
    }

    @Override
    protected double computeMinWidth(double height) {
        return formula.display() ? 0 : prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (source != null) {
            return source.prefHeight(width < 0 ? Math.min(room, source.prefWidth(-1)) : width);
        }
        if (typeset != null) {
            return typeset.height() * shrink(width);
        }
        return formula.display() ? guessedLines() * size * 2 : size;
    }

    private int guessedLetters() {
        return Math.min(MOST_GUESSED_LETTERS, formula.latex().length());
    }

    /// A formula has a line for each `\\`.
    private int guessedLines() {
        var latex = formula.latex();
        int breaks = (latex.length() - latex.replace("\\\\", "").length()) / 2;
        return Math.min(MOST_GUESSED_LINES, 1 + breaks);
    }

    @Override
    public double getBaselineOffset() {
        if (source != null) {
            return source.getBaselineOffset();
        }
        return typeset != null ? typeset.baseline() * shrink(-1) : size * 0.8;
    }

    @Override
    protected void layoutChildren() {
        if (source != null) {
            source.resizeRelocate(0, 0, getWidth(), getHeight());
        } else if (typeset != null) {
            double shrink = shrink(getWidth());
            view.setFitWidth(typeset.width() * shrink);
            view.setFitHeight(typeset.height() * shrink);
            sharpen();
        }
    }
}
