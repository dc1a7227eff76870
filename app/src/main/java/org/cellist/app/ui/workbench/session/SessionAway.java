package org.cellist.app.ui.workbench.session;

import java.nio.file.Path;
import java.util.Optional;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.away.Origin;
import org.cellist.app.ui.workbench.port.Away;
import org.cellist.app.ui.workbench.port.DocumentState;
import org.cellist.app.ui.workbench.port.DocumentState.SaveState;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.app.ui.workbench.port.Place;
import org.jspecify.annotations.Nullable;

/// The session of a file of another machine, and the way there; while its file is the copy. Saved
/// under another name it is a file of this computer.
///
/// Confined to the JavaFX Application Thread.
final class SessionAway implements AwayFile.Owner {

    private final NotebookSession session;
    private final Desk desk;
    private final Notices notices;
    private final Runnable changed;
    private final AwayFile way;
    private final HomeRuntime home;

    private SessionAway(
            Place place,
            Origin origin,
            Path copy,
            NotebookSession session,
            Desk desk,
            Notices notices,
            Runnable changed) {
        this.session = session;
        this.desk = desk;
        this.notices = notices;
        this.changed = changed;
        this.home = new HomeRuntime(place, session.store().notebook(), desk);
        this.way =
                new AwayFile(
                        place,
                        origin,
                        copy,
                        new SessionPlaces(desk),
                        desk.services().copies(),
                        this);
    }

    /// Returns it for a session whose file is a copy; empty for others.
    ///
    /// @param origin what the file is a copy of; null if it is none
    /// @param changed told when the state or the notices are others
    static Optional<SessionAway> of(
            @Nullable Origin origin,
            NotebookSession session,
            Desk desk,
            Notices notices,
            Runnable changed) {
        var copy = session.file().path();
        return origin == null || copy == null
                ? Optional.empty()
                : PlaceKeys.read(origin.place())
                        .map(
                                place ->
                                        new SessionAway(
                                                place, origin, copy, session, desk, notices,
                                                changed));
    }

    private boolean isAway() {
        var file = session.file().path();
        return file != null && desk.services().copies().isCopy(file);
    }

    Optional<Away> now() {
        return isAway() ? Optional.of(way) : Optional.empty();
    }

    /// Returns a state that says where the newest edits are.
    DocumentState shown(DocumentState state) {
        return isAway() && state.save() instanceof SaveState.Saved
                ? state.with(way.saveState())
                : state;
    }

    /// Returns what tells where a notebook runs if nobody has said that.
    HomeRuntime home() {
        return home;
    }

    /// Does what was left to do.
    void begin() {
        way.begin();
    }

    /// The copy has been written.
    void saved() {
        if (isAway()) {
            way.send();
        }
    }

    /// Looks whether it was changed there.
    void look() {
        if (isAway()) {
            way.look();
        }
    }

    @Override
    public void changed() {
        changed.run();
    }

    @Override
    public void tell(Notice notice) {
        notices.add(notice);
    }

    @Override
    public void untell() {
        notices.untellAway();
    }

    @Override
    public boolean isUnsaved() {
        return session.isUnsaved();
    }

    @Override
    public void copyChanged(boolean isWanted) {
        if (isWanted) {
            session.reload();
        } else {
            session.lookAtFile();
        }
    }
}
