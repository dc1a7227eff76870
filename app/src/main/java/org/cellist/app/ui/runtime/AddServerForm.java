package org.cellist.app.ui.runtime;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cellist.app.explain.ServerProblemWords;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.ServerPane.Adding;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerProblem;

/// The form that adds a Jupyter server: its address, and a token or password. A token that an
/// address was pasted with moves to its own field, where it is not shown.
///
/// Confined to the JavaFX Application Thread.
final class AddServerForm extends VBox {

    private final Texts texts = Texts.of("runtime");
    private final ServerProblemWords problems = new ServerProblemWords();
    private final ServerPane model;
    private final TextField address = new TextField();
    private final PasswordField secret = new PasswordField();

    AddServerForm(ServerPane model) {
        this.model = model;
        getStyleClass().add("runtime-advice");
        address.setPromptText("http://localhost:8888/?token=\u2026");
        address.setAccessibleText(texts.get("server.address"));
        address.getStyleClass().add("server-address");
        address.textProperty().subscribe(this::takeToken);
        address.setOnAction(_ -> connect(false));
        secret.setPromptText(texts.get("server.secret"));
        secret.setAccessibleText(texts.get("server.secret"));
        secret.setOnAction(_ -> connect(false));
        HBox.setHgrow(address, Priority.ALWAYS);
        model.addingProperty().subscribe(this::show);
    }

    private void takeToken(String text) {
        ServerAddress.parse(text)
                .filter(pasted -> pasted.token() != null)
                .ifPresent(
                        pasted -> {
                            secret.setText(pasted.token());
                            address.setText(pasted.address().toString());
                        });
    }

    private void connect(boolean mayGoPlain) {
        model.connect(address.getText(), secret.getText(), mayGoPlain);
    }

    private void show(Adding adding) {
        getChildren().clear();
        var heading = new Label(texts.get("server.add.title"));
        heading.getStyleClass().add("runtime-row-name");
        var fields = new HBox(address, secret);
        fields.getStyleClass().add("sheet-buttons");
        getChildren().addAll(heading, PickerAdvice.words(texts.get("server.add")), fields);
        boolean isTrying = adding instanceof Adding.Trying;
        fields.setDisable(isTrying);
        switch (adding) {
            case Adding.Trying _ -> {
                var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
                bar.setMaxWidth(Double.MAX_VALUE);
                getChildren().add(bar);
            }
            case Adding.NoAddress _ -> complain(texts.get("server.noaddress"));
            case Adding.Failed(var server, var problem) -> {
                var words = problems.explain(server.shown(), problem);
                complain(words.happened());
                getChildren()
                        .add(PickerAdvice.words((words.meaning() + " " + remedy(problem)).strip()));
            }
            case Adding.Open _, Adding.Closed _ -> {}
        }
        var buttons = new HBox(button("server.connect", () -> connect(false)));
        buttons.getStyleClass().add("sheet-buttons");
        if (adding instanceof Adding.Failed(_, var problem)
                && problem instanceof ServerProblem.NotEncrypted) {
            buttons.getChildren().add(button("server.plain", () -> connect(true)));
        }
        buttons.getChildren().add(button("server.back", model::close));
        buttons.setDisable(isTrying);
        getChildren().add(buttons);
        if (adding instanceof Adding.Open) {
            address.requestFocus();
        }
    }

    /// The remedies of a list lead to the list; here the fields stand above.
    private String remedy(ServerProblem problem) {
        return switch (problem) {
            case ServerProblem.LoginNeeded _,
                    ServerProblem.LoginRefused _,
                    ServerProblem.NotEncrypted _ ->
                    "";
            case ServerProblem.Unreachable _,
                    ServerProblem.NotTrusted _,
                    ServerProblem.SentElsewhere _,
                    ServerProblem.NotJupyter _,
                    ServerProblem.NoSuchKernel _,
                    ServerProblem.Failed _ ->
                    problems.explain("", problem).remedy();
        };
    }

    private void complain(String words) {
        var label = PickerAdvice.words(words);
        label.getStyleClass().add("runtime-failed");
        getChildren().add(label);
    }

    private Button button(String key, Runnable action) {
        var button = new Button(texts.get(key));
        button.getStyleClass().addAll("sheet-button", "outlined");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
