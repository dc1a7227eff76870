package org.cellist.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.cellist.app.settings.KeySettings;
import org.cellist.app.settings.NetworkSettings;
import org.cellist.app.settings.Settings;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.settings.WindowSettings;
import org.cellist.app.ui.keys.KeyPreset;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.jspecify.annotations.Nullable;

/// Between what a person chooses in the window and what the settings keep.
///
/// Confined to the JavaFX Application Thread.
final class WindowChoices {

    private final Choices choices;

    private WindowChoices(Choices choices) {
        this.choices = choices;
    }

    /// Returns the choices as they were stored, each change of which is stored.
    static Choices of(SettingsStore settings) {
        var stored = settings.current();
        var window = stored.window();
        var tag = window.language();
        var locale = tag == null ? Locale.getDefault() : Locale.forLanguageTag(tag);
        var made = new Choices(Language.of(locale), window.lineNumbers(), window.sidePane());
        made.look().take(stored.look());
        made.suggestsUnaskedProperty().set(window.suggestsUnasked());
        made.textPreviewProperty().set(window.textPreview());
        made.kernelsAtCloseProperty().set(window.kernelsAtClose());
        made.unusedKernelsProperty().set(window.unusedKernels());
        var network = stored.network();
        if (!network.proxy().equals(NetworkSettings.SYSTEM)) {
            made.proxyProperty().set(network.proxy());
        }
        var certificates = network.certificates();
        if (certificates != null) {
            made.certificatesProperty().set(certificates.toString());
        }
        var keys = stored.keys();
        made.keys().vim().onProperty().set(keys.isVim());
        made.keys().take(KeyPreset.named(keys.preset()), keys.own());
        var colab = stored.colab();
        made.colabSignInProperty().set(colab.signIn());
        var client = colab.client();
        if (client != null) {
            made.colabClientProperty().set(client.toString());
        }
        var written = new WindowChoices(made);
        made.onChange(() -> settings.update(written::into));
        return made;
    }

    private Settings into(Settings before) {
        var proxy = choices.proxyProperty().get().strip();
        var certificates = choices.certificatesProperty().get().strip();
        var network =
                new NetworkSettings(
                        proxy.isEmpty() ? NetworkSettings.SYSTEM : proxy,
                        path(certificates, before.network().certificates()));
        var keys = choices.keys();
        var colab =
                before.colab()
                        .with(
                                choices.colabSignInProperty().get(),
                                path(
                                        choices.colabClientProperty().get().strip(),
                                        before.colab().client()));
        return before.withNetwork(network)
                .withColab(colab)
                .withKeys(
                        new KeySettings(
                                keys.presetProperty().get().id(),
                                keys.ownTexts(),
                                keys.vim().onProperty().get()))
                .withLook(choices.look().toSettings())
                .withWindow(
                        new WindowSettings(
                                choices.languageProperty().get().locale().toLanguageTag(),
                                choices.lineNumbersProperty().get(),
                                choices.suggestsUnaskedProperty().get(),
                                choices.textPreviewProperty().get(),
                                choices.sidePaneProperty().get(),
                                choices.kernelsAtCloseProperty().get(),
                                choices.unusedKernelsProperty().get()));
    }

    /// A text that no file can have as its name changes nothing.
    private static @Nullable Path path(String text, @Nullable Path before) {
        try {
            return text.isEmpty() ? null : Path.of(text);
        } catch (InvalidPathException _) {
            return before;
        }
    }
}
