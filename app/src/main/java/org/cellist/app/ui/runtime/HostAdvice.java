package org.cellist.app.ui.runtime;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.cellist.app.explain.HostProblemWords;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Origin;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.kernel.runtime.host.SshHost;

/// What a row of a machine that is reached over SSH, or of a container, says below the list: what
/// is wrong and what helps, and how to end a kernel or forget the machine.
///
/// Confined to the JavaFX Application Thread.
final class HostAdvice {

    private final Texts texts = Texts.of("runtime");
    private final HostProblemWords problems = new HostProblemWords();
    private final HostPane hosts;

    HostAdvice(HostPane hosts) {
        this.hosts = hosts;
    }

    List<Node> of(RuntimeRow row) {
        var nodes = new ArrayList<Node>();
        var buttons = new HBox();
        buttons.getStyleClass().add("sheet-buttons");
        if (row.state() instanceof State.HostTrouble(var problem)) {
            var words = problems.explain(row.name(), problem);
            nodes.add(PickerAdvice.words(words.happened() + " " + words.meaning()));
            nodes.add(PickerAdvice.words(words.remedy()));
            boolean isNear = row.origin() instanceof Origin.Nearby;
            buttons.getChildren()
                    .add(
                            button(
                                    isNear ? "nearby.enter" : "host.connect",
                                    () -> hosts.connectAgain(row)));
        }
        if (row.origin() instanceof Origin.RunningKernel) {
            nodes.add(PickerAdvice.words(texts.get("host.running")));
            buttons.getChildren().add(button("host.end", () -> hosts.endKernel(row)));
        }
        boolean isFar = row.place() instanceof Place.Machine(SshHost _);
        buttons.getChildren()
                .add(button(isFar ? "host.forget" : "nearby.leave", () -> hosts.forget(row)));
        nodes.add(buttons);
        return nodes;
    }

    private Button button(String key, Runnable action) {
        var button = new Button(texts.get(key));
        button.getStyleClass().addAll("sheet-button", "outlined");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
