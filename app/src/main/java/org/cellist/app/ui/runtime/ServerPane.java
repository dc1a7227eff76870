package org.cellist.app.ui.runtime;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.ui.runtime.ServerChoices.Connection;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.kernel.runtime.jupyter.HubProgress;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerProblem;

/// What the picker does with Jupyter servers: adds one, logs in, forgets one, ends a kernel.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class ServerPane {

    private final ServerChoices choices;
    private final Picker picker;
    private final ReadOnlyObjectWrapper<Adding> adding =
            new ReadOnlyObjectWrapper<>(new Adding.Closed());
    private boolean isForgetful;
    private int attempt; // of which progress and end are shown

    ServerPane(ServerChoices choices, Picker picker) {
        this.choices = choices;
        this.picker = picker;
    }

    /// The list that it belongs to.
    interface Picker {

        void lookAgain();

        /// Selects the first runtime of a server once it is there.
        void selectFirst(ServerAddress server);
    }

    /// How far adding a server is. Immutable.
    sealed interface Adding {

        record Closed() implements Adding {}

        record Open() implements Adding {}

        record Trying() implements Adding {}

        record NoAddress() implements Adding {}

        /// A JupyterHub starts the person's server.
        record Starting(HubProgress progress) implements Adding {}

        /// A JupyterHub did not start or stop a server.
        record NotDone(ServerAddress server, ServerProblem problem) implements Adding {}

        record Failed(ServerAddress server, ServerProblem problem) implements Adding {}
    }

    ReadOnlyObjectProperty<Adding> addingProperty() {
        return adding.getReadOnlyProperty();
    }

    /// Returns whether the secret that was entered last is forgotten when the program ends.
    boolean isForgetful() {
        return isForgetful;
    }

    void open() {
        adding.set(new Adding.Open());
    }

    /// Shows the list again. What is under way goes on.
    void close() {
        attempt++;
        adding.set(new Adding.Closed());
    }

    /// Connects to a server and keeps it.
    void connect(String address, String secret, boolean mayGoPlain) {
        if (adding.get() instanceof Adding.Trying) {
            return;
        }
        adding.set(new Adding.Trying());
        int mine = ++attempt;
        choices.connect(
                address,
                secret,
                mayGoPlain,
                progress -> started(mine, progress),
                connection -> ended(mine, connection));
    }

    private void started(int mine, HubProgress progress) {
        if (mine == attempt) {
            adding.set(new Adding.Starting(progress));
        }
    }

    private void ended(int mine, Connection connection) {
        if (mine == attempt) {
            connected(connection);
        } else {
            picker.lookAgain();
        }
    }

    /// Lets the hub start the server of a row.
    void start(ServerAddress server) {
        int mine = ++attempt;
        adding.set(new Adding.Starting(new HubProgress(0, "")));
        choices.start(
                server,
                progress -> started(mine, progress),
                connection -> {
                    if (mine == attempt && connection instanceof Connection.Failed(_, var why)) {
                        adding.set(new Adding.NotDone(server, why));
                    } else {
                        ended(mine, connection);
                    }
                });
    }

    /// Lets the hub stop the server of a row.
    void stop(ServerAddress server) {
        choices.stop(
                server,
                connection -> {
                    if (connection instanceof Connection.Failed(_, var why)) {
                        adding.set(new Adding.NotDone(server, why));
                    }
                    picker.lookAgain();
                });
    }

    private void connected(Connection connection) {
        switch (connection) {
            case Connection.NoAddress _ -> adding.set(new Adding.NoAddress());
            case Connection.Failed(var server, var problem) ->
                    adding.set(new Adding.Failed(server, problem));
            case Connection.Connected(var server, boolean isKept) -> {
                isForgetful = !isKept;
                adding.set(new Adding.Closed());
                picker.selectFirst(server);
            }
        }
    }

    /// Logs in to the server of a row; what goes wrong stands in its row then.
    void logIn(RuntimeRow row, String secret, boolean mayGoPlain) {
        if (row.place() instanceof Place.Server(var server)) {
            int mine = ++attempt;
            choices.connect(
                    server.toString(),
                    secret,
                    mayGoPlain,
                    progress -> started(mine, progress),
                    connection -> {
                        if (connection instanceof Connection.Connected) {
                            connected(connection);
                        } else {
                            close();
                            picker.lookAgain();
                        }
                    });
        }
    }

    void forget(RuntimeRow row) {
        if (row.place() instanceof Place.Server(var server)) {
            choices.forget(server, picker::lookAgain);
        }
    }

    void endKernel(RuntimeRow row) {
        choices.end(row, picker::lookAgain);
    }
}
