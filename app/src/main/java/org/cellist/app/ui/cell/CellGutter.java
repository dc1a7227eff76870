package org.cellist.app.ui.cell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.execution.CellExecution;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.editor.EditorMetrics;
import org.cellist.app.ui.theme.ChosenType;
import org.jspecify.annotations.Nullable;

/// The column left of a code cell: its number, the round button that runs or stops it, and how
/// its run went.
///
/// Confined to the JavaFX Application Thread.
final class CellGutter extends Region {

    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final javafx.util.Duration TICK = javafx.util.Duration.millis(100);
    private static final double BUTTON = 24;
    private static final double FIRST_LINE = 9; // the plate's border and padding
    private static final double PAST_BUTTON = 29;

    private final Clock clock;
    private final Label count = new Label();
    private final Label state = new Label();
    private final Timeline ticking = new Timeline(new KeyFrame(TICK, _ -> tick()));
    private @Nullable RunButton button;
    private @Nullable CellViewModel model;
    private @Nullable Instant since;
    private boolean wanted;
    private Subscription following = Subscription.EMPTY;

    CellGutter(Clock clock) {
        this.clock = clock;
        ticking.setCycleCount(Animation.INDEFINITE);
        count.getStyleClass().add("execution-count");
        state.getStyleClass().add("run-state");
        getStyleClass().add("cell-gutter");
        getChildren().addAll(count, state);
        ChosenType.follow(this, this::requestLayout);
    }

    void show(CellViewModel shown) {
        model = shown;
        following =
                Subscription.combine(
                        shown.executionProperty().subscribe(_ -> refresh()),
                        shown.staleProperty().subscribe((_, _) -> refresh()),
                        shown.cellProperty().subscribe(_ -> count.setText(shown.prompt())));
    }

    void park() {
        following.unsubscribe();
        ticking.stop();
        since = null;
        model = null;
        wantButton(false);
    }

    /// Shows the button in place of the number, or the number. A cell that runs shows it always.
    void wantButton(boolean isWanted) {
        wanted = isWanted;
        refresh();
    }

    private void refresh() {
        if (model == null) {
            return;
        }
        var execution = model.executionProperty().get();
        boolean isRunning = execution instanceof CellExecution.Running;
        since = execution instanceof CellExecution.Running(var start) ? start : null;
        if (isRunning) {
            ticking.play();
        } else {
            ticking.stop();
        }
        count.setText(model.prompt());
        pseudoClassStateChanged(RUNNING, isRunning);
        pseudoClassStateChanged(FAILED, execution instanceof CellExecution.Failed);
        boolean isPart = execution instanceof CellExecution.PartDone;
        boolean isDone = isPart || execution instanceof CellExecution.Done;
        boolean isStale = model.staleProperty().get() && isDone;
        pseudoClassStateChanged(STALE, isStale);
        var texts = Texts.of("cell");
        state.setText(isStale ? texts.get("stale") : words(execution));
        if (isStale) {
            state.setTooltip(new Tooltip(texts.get("stale.meaning")));
        } else {
            state.setTooltip(isPart ? new Tooltip(texts.get("part.meaning")) : null);
        }
        showButton(model, isRunning);
        requestLayout();
    }

    private String words(CellExecution execution) {
        var texts = Texts.of("cell");
        return switch (execution) {
            case CellExecution.NotRun _ -> "";
            case CellExecution.Queued _ -> texts.get("queued");
            case CellExecution.Running(var start) ->
                    RunTime.words(Duration.between(start, clock.instant()));
            case CellExecution.Done(var took) -> "✓ " + RunTime.words(took);
            case CellExecution.PartDone _ -> texts.get("part");
            case CellExecution.Failed(var took) -> "✕ " + RunTime.words(took);
        };
    }

    private void tick() {
        if (since != null) {
            state.setText(RunTime.words(Duration.between(since, clock.instant())));
        }
    }

    private void showButton(CellViewModel shown, boolean isRunning) {
        boolean visible = wanted || isRunning;
        if (visible) {
            runButton().show(shown, isRunning);
        }
        if (button != null) {
            button.setVisible(visible);
        }
        count.setVisible(!visible);
    }

    /// Most rows are scrolled past and never get one.
    private RunButton runButton() {
        var made = button;
        if (made == null) {
            made = new RunButton();
            button = made;
            getChildren().add(made);
        }
        return made;
    }

    @Override
    protected void layoutChildren() {
        double right = getWidth();
        double countWidth = count.prefWidth(-1);
        double line = EditorMetrics.lineHeight();
        count.resizeRelocate(right - countWidth, FIRST_LINE, countWidth, line);
        double top = FIRST_LINE + Math.floor((line - BUTTON) / 2);
        if (button != null) {
            button.resizeRelocate(right - BUTTON, top, BUTTON, BUTTON);
        }
        double stateWidth = Math.min(right, state.prefWidth(-1));
        double below = count.isVisible() ? FIRST_LINE + line : top + PAST_BUTTON;
        state.resizeRelocate(right - stateWidth, below, stateWidth, state.prefHeight(-1));
    }
}
