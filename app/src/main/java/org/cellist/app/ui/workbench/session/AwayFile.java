package org.cellist.app.ui.workbench.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.cellist.app.explain.FilesProblemWords;
import org.cellist.app.session.away.AwayCopies;
import org.cellist.app.session.away.AwayCopies.Sent;
import org.cellist.app.session.away.Origin;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.port.Away;
import org.cellist.app.ui.workbench.port.DocumentState.SaveState;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.PlacesFiles;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.FilesProblem;
import org.cellist.kernel.runtime.files.PlaceFiles;

/// The way back to its machine for a document that is a copy of a file there. One thing at a time
/// is done on that way; a save that comes meanwhile is sent after it.
///
/// Confined to the JavaFX Application Thread.
final class AwayFile implements Away {

    private final Place place;
    private final Origin origin;
    private final Path copy;
    private final PlacesFiles places;
    private final AwayCopies copies;
    private final Owner owner;
    private boolean isAtWork;
    private boolean isAskedAgain; // to send
    private boolean isLookedAgain;
    private State state = State.SENT;

    private enum State {
        SENT,
        SENDING,
        NOT_SENT
    }

    /// What it asks of its document.
    interface Owner {

        void changed();

        void tell(Notice notice);

        /// Takes all that was told before back.
        void untell();

        /// Returns whether the copy lacks what is here.
        boolean isUnsaved();

        /// The copy has been written anew.
        ///
        /// @param isWanted whether what is here gives way in any case
        void copyChanged(boolean isWanted);
    }

    AwayFile(
            Place place,
            Origin origin,
            Path copy,
            PlacesFiles places,
            AwayCopies copies,
            Owner owner) {
        this.place = place;
        this.origin = origin;
        this.copy = copy;
        this.places = places;
        this.copies = copies;
        this.owner = owner;
    }

    @Override
    public String place() {
        return PlaceKeys.name(place);
    }

    @Override
    public String path() {
        return origin.path();
    }

    /// Returns where the newest edits are, once this disk has them.
    SaveState saveState() {
        return switch (state) {
            case SENT -> new SaveState.SavedThere(place());
            case SENDING -> new SaveState.Sending(place());
            case NOT_SENT -> new SaveState.NotSent(place());
        };
    }

    // ---- what is asked of it

    /// Sends what an earlier window could not.
    void begin() {
        work(
                (_, here) -> {
                    boolean isSent = copies.isSent(copy, here);
                    return () -> {
                        if (!isSent) {
                            send();
                        }
                    };
                });
    }

    @Override
    public void send() {
        send(false);
    }

    @Override
    public void overwrite() {
        send(true);
    }

    private void send(boolean overwrites) {
        if (isAtWork) {
            isAskedAgain = true;
            return;
        }
        set(State.SENDING);
        work(
                (files, here) -> {
                    var sent = copies.send(copy, files, here, overwrites);
                    return () -> sent(sent);
                });
    }

    private void sent(Sent sent) {
        switch (sent) {
            case SENT -> {
                set(State.SENT);
                owner.untell();
            }
            case CHANGED_HERE -> isAskedAgain = true;
            case CHANGED_THERE -> {
                set(State.NOT_SENT);
                owner.tell(new Notice.ChangedThere(place()));
            }
        }
    }

    @Override
    public void keepBoth() {
        var word = Texts.of("workbench").get("copy");
        var name = String.valueOf(copy.getFileName());
        IntFunction<String> names = i -> Untitled.copy(name, i == 1 ? word : word + " " + i);
        set(State.SENDING);
        work(
                (files, here) -> {
                    copies.sendBeside(copy, names, files, here);
                    copies.fetchAgain(copy, files, here);
                    return () -> taken(true);
                });
    }

    @Override
    public void takeTheirs() {
        set(State.SENDING);
        work(
                (files, here) -> {
                    copies.fetchAgain(copy, files, here);
                    return () -> taken(true);
                });
    }

    private void taken(boolean isWanted) {
        set(State.SENT);
        owner.untell();
        owner.copyChanged(isWanted);
    }

    /// Looks whether the file was changed there. If nothing here would be lost, it is taken. What
    /// could not be sent is tried again.
    void look() {
        if (isAtWork) {
            isLookedAgain = true;
            return;
        }
        if (state == State.NOT_SENT) {
            send();
            return;
        }
        boolean isFree = !owner.isUnsaved();
        work(
                (files, here) -> {
                    if (!copies.isChangedThere(copy, files)) {
                        return () -> {};
                    }
                    if (isFree && copies.isSent(copy, here)) {
                        copies.fetchAgain(copy, files, here);
                        return () -> taken(false);
                    }
                    return () -> sent(Sent.CHANGED_THERE);
                });
    }

    // ---- the way

    private interface Work {

        /// Blocks.
        ///
        /// @return what is done then, on the JavaFX Application Thread
        Runnable on(PlaceFiles files, PlaceFiles here)
                throws FilesException, InterruptedException, IOException;
    }

    private void work(Work work) {
        if (isAtWork) {
            return;
        }
        isAtWork = true;
        copies.leaves(); // before a program that ends can look
        places.background()
                .execute(
                        () -> {
                            Runnable then;
                            try {
                                then = outcome(work);
                            } finally {
                                copies.arrived();
                            }
                            places.fx().execute(() -> done(then));
                        });
    }

    private Runnable outcome(Work work) {
        try {
            return work.on(places.at(place), places.at(new Place.Here()));
        } catch (FilesException e) {
            return () -> failed(e.problem());
        } catch (IOException e) {
            var why = new FilesProblem.Failed(copy.toString(), String.valueOf(e.getMessage()));
            return () -> failed(why);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return () -> {};
        }
    }

    /// A look that brings nothing is worth no word: the next save will say it.
    private void failed(FilesProblem problem) {
        if (state == State.SENDING) {
            set(State.NOT_SENT);
            var why = new FilesProblemWords().explain(place(), problem);
            owner.tell(new Notice.NotSent(place(), why.inOneLine()));
        }
    }

    private void done(Runnable then) {
        isAtWork = false;
        then.run();
        if (isAskedAgain) {
            isAskedAgain = false;
            send();
        } else if (isLookedAgain && !isAtWork) {
            isLookedAgain = false;
            look();
        }
    }

    private void set(State now) {
        state = now;
        owner.changed();
    }
}
