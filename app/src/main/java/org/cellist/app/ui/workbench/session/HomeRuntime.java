package org.cellist.app.ui.workbench.session;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.LanguageNames;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.jspecify.annotations.Nullable;

/// What a notebook of another machine runs on while nobody has chosen anything: that machine, since
/// its data lie there too. This one only where that one has nothing for it.
///
/// Immutable. Nobody is asked for a login. [#get] blocks, until the place has answered.
///
/// @param notebook as it was opened
record HomeRuntime(Place place, Notebook notebook, Desk desk)
        implements Supplier<@Nullable KernelRuntime> {

    private static final String USUAL = "python3";
    private static final String USUAL_LANGUAGE = "python";

    /// Returns it; null for this machine.
    @Override
    public @Nullable KernelRuntime get() {
        try {
            return switch (place) {
                case Place.Here _ -> null;
                case Place.OnHost(var host) -> on(host);
                case Place.OnServer(var server) -> on(server);
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /// A machine that cannot be asked is the one that is meant all the same: what runs somewhere
    /// else instead would be a surprise.
    private @Nullable KernelRuntime on(HostAddress host) throws InterruptedException {
        return switch (desk.hosts().look(host, HostQuestions.NOBODY)) {
            case HostAnswer.Given(var has) ->
                    nearest(has.kernelspecs(), HostKernelspec::name, HostKernelspec::language)
                            .map(spec -> new KernelRuntime.OnHost(host, spec, null))
                            .orElse(null);
            case HostAnswer.Refused<?> _ ->
                    new KernelRuntime.OnHost(
                            host, HostKernelspec.named(name(), shown(), language(), ""), null);
        };
    }

    private @Nullable KernelRuntime on(ServerAddress server) throws InterruptedException {
        return switch (desk.servers().look(server)) {
            case ServerAnswer.Given(var has) ->
                    nearest(has.kernelspecs(), ServerKernelspec::name, ServerKernelspec::language)
                            .map(spec -> new KernelRuntime.JupyterServer(server, spec, null))
                            .orElse(null);
            case ServerAnswer.Refused<?> _ ->
                    new KernelRuntime.JupyterServer(
                            server, new ServerKernelspec(name(), shown(), language()), null);
        };
    }

    private <T> Optional<T> nearest(
            List<T> specs, Function<T, String> name, Function<T, String> language) {
        var wanted = LanguageNames.of(name(), language());
        return specs.stream()
                .filter(it -> name.apply(it).equals(name()))
                .findFirst()
                .or(
                        () ->
                                specs.stream()
                                        .filter(
                                                it ->
                                                        LanguageNames.of(
                                                                        name.apply(it),
                                                                        language.apply(it))
                                                                .equals(wanted))
                                        .findFirst());
    }

    private String name() {
        return Objects.requireNonNullElse(Runtimes.name(notebook), USUAL);
    }

    private String shown() {
        return Objects.requireNonNullElse(Runtimes.displayName(notebook), name());
    }

    private String language() {
        return Objects.requireNonNullElse(Runtimes.language(notebook), USUAL_LANGUAGE);
    }
}
