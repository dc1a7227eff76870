package org.cellist.app.ui.workbench.files;

import java.time.Duration;
import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Sizes;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.cellist.app.ui.workbench.files.Transfer.State;
import org.cellist.kernel.runtime.files.PlacePaths;
import org.kordamp.ikonli.feather.Feather;

/// One copy between places: what it is, how far, and how it can be stopped and go on.
///
/// Confined to the JavaFX Application Thread.
final class TransferRow extends VBox {

    private final Transfer transfer;
    private final Texts texts = Texts.of("files");
    private final FileTimes times = new FileTimes(ZoneId.systemDefault());
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = new Label();
    private final Button stop;
    private final Button resume;
    private final Button discard;

    TransferRow(Transfer transfer, TransfersModel model) {
        this.transfer = transfer;
        getStyleClass().add("transfer");
        var order = transfer.order();
        var name = new Label(PlacePaths.name(order.target()));
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        var way = texts.get("way", PlaceWords.of(order.from()), PlaceWords.of(order.to()));
        setAccessibleText(name.getText() + ", " + way);
        var tip = new Tooltip(order.source() + "\n" + way + "\n" + order.target());
        Tooltip.install(this, tip);
        stop = button(Feather.PAUSE, "transfer.stop", () -> model.stop(transfer));
        resume = button(Feather.PLAY, "transfer.resume", () -> model.resume(transfer));
        discard = button(Feather.X, "transfer.discard", () -> model.discard(transfer));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var first = new HBox(name, space, stop, resume, discard);
        first.getStyleClass().add("folder-row");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("transfer-bar");
        bar.managedProperty().bind(bar.visibleProperty());
        words.getStyleClass().add("file-figure");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(first, bar, words);
        transfer.stateProperty().subscribe(this::show);
    }

    private Button button(Feather icon, String key, Runnable action) {
        var button = new Button("", Icons.of(icon, Icons.SMALL));
        button.getStyleClass().setAll("toolbar-icon");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(texts.get(key, PlacePaths.name(transfer.order().target())));
        button.setTooltip(new Tooltip(button.getAccessibleText()));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show(State state) {
        boolean isActive = transfer.isActive();
        stop.setVisible(isActive);
        resume.setVisible(state instanceof State.Stopped || state instanceof State.Failed);
        bar.setVisible(isActive || state instanceof State.Stopped);
        switch (state) {
            case State.Waiting _ -> {
                bar.setProgress(0);
                words.setText(texts.get("transfer.waiting"));
            }
            case State.Running running -> {
                bar.setProgress(share(running.done(), running.total()));
                words.setText(words(running));
            }
            case State.Stopped(long done, long total) -> {
                bar.setProgress(share(done, total));
                words.setText(texts.get("transfer.stopped"));
            }
            case State.Failed(var why) -> words.setText(why.inOneLine());
            case State.Done(int leftOut) -> words.setText(texts.get("transfer.done", leftOut));
        }
    }

    private static double share(long done, long total) {
        return total <= 0 ? 0 : (double) done / total;
    }

    private String words(State.Running state) {
        if (state.total() <= 0) {
            return texts.get("transfer.begun");
        }
        var done = Sizes.words(state.done());
        var total = Sizes.words(state.total());
        if (state.perSecond() <= 0) {
            return texts.get("transfer.part", done, total);
        }
        var left = Duration.ofSeconds((state.total() - state.done()) / state.perSecond());
        return texts.get(
                "transfer.rate", done, total, Sizes.words(state.perSecond()), times.left(left));
    }
}
