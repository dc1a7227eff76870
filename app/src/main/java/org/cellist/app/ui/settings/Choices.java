package org.cellist.app.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cellist.app.settings.ColabSettings;
import org.cellist.app.settings.KernelsAtClose;
import org.cellist.app.settings.UnusedKernels;
import org.cellist.app.ui.keys.KeyChoices;

/// What a person has chosen for the window, as properties that views follow.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class Choices {

    private final LookChoices look = new LookChoices();
    private final ObjectProperty<Language> language;
    private final BooleanProperty lineNumbers;
    private final BooleanProperty sidePane;
    private final KeyChoices keys = new KeyChoices();
    private final BooleanProperty suggestsUnasked = new SimpleBooleanProperty(true);
    private final BooleanProperty textPreview = new SimpleBooleanProperty(true);
    private final ObjectProperty<KernelsAtClose> kernelsAtClose =
            new SimpleObjectProperty<>(KernelsAtClose.ASK);
    private final ObjectProperty<UnusedKernels> unusedKernels =
            new SimpleObjectProperty<>(UnusedKernels.DAY);
    private final StringProperty proxy = new SimpleStringProperty("");
    private final StringProperty certificates = new SimpleStringProperty("");
    private final ObjectProperty<ColabSettings.SignIn> colabSignIn =
            new SimpleObjectProperty<>(ColabSettings.SignIn.OFF);
    private final StringProperty colabClient = new SimpleStringProperty("");

    public Choices(Language language, boolean lineNumbers, boolean sidePane) {
        this.language = new SimpleObjectProperty<>(language);
        this.lineNumbers = new SimpleBooleanProperty(lineNumbers);
        this.sidePane = new SimpleBooleanProperty(sidePane);
    }

    /// How the window looks.
    public LookChoices look() {
        return look;
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    /// Whether code cells show line numbers.
    public BooleanProperty lineNumbersProperty() {
        return lineNumbers;
    }

    /// Whether the side pane is open.
    public BooleanProperty sidePaneProperty() {
        return sidePane;
    }

    /// Which keys mean which commands.
    public KeyChoices keys() {
        return keys;
    }

    /// Whether completions come while somebody types.
    public BooleanProperty suggestsUnaskedProperty() {
        return suggestsUnasked;
    }

    /// Whether Markdown that is edited is shown rendered, too.
    public BooleanProperty textPreviewProperty() {
        return textPreview;
    }

    /// What becomes of kernels when their notebooks are closed.
    public ObjectProperty<KernelsAtClose> kernelsAtCloseProperty() {
        return kernelsAtClose;
    }

    /// When kernels end that nobody uses.
    public ObjectProperty<UnusedKernels> unusedKernelsProperty() {
        return unusedKernels;
    }

    /// `host:port` of the proxy, `direct` for none; empty for the system's.
    public StringProperty proxyProperty() {
        return proxy;
    }

    /// The path of a file with further authorities to trust; empty for none.
    public StringProperty certificatesProperty() {
        return certificates;
    }

    /// Whether Colab's runtimes are offered, and in whose name.
    public ObjectProperty<ColabSettings.SignIn> colabSignInProperty() {
        return colabSignIn;
    }

    /// The path of the file that Google gives for an OAuth client; empty for none.
    public StringProperty colabClientProperty() {
        return colabClient;
    }

    /// Calls back after each change of any choice, for storing them.
    public void onChange(Runnable listener) {
        var stored = new ArrayList<>(look.stored());
        stored.addAll(
                List.of(
                        language,
                        lineNumbers,
                        sidePane,
                        suggestsUnasked,
                        textPreview,
                        keys.presetProperty(),
                        keys.ownProperty(),
                        keys.vim().onProperty(),
                        kernelsAtClose,
                        unusedKernels,
                        proxy,
                        certificates,
                        colabSignIn,
                        colabClient));
        for (var each : stored) {
            each.addListener((_, _, _) -> listener.run());
        }
    }
}
