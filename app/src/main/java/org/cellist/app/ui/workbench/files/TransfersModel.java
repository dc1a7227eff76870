package org.cellist.app.ui.workbench.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cellist.app.explain.FilesProblemWords;
import org.cellist.app.ui.workbench.files.Transfer.State;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.PlacesFiles;
import org.cellist.kernel.runtime.files.FileCopy;
import org.cellist.kernel.runtime.files.FilesException;
import org.cellist.kernel.runtime.files.TreeCopy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is being copied between places, at most two at a time; the others wait their turn.
///
/// Confined to the JavaFX Application Thread. Each copy runs in the background.
final class TransfersModel {

    private static final Logger LOG = LoggerFactory.getLogger(TransfersModel.class);
    private static final int MOST_AT_ONCE = 2;

    private final PlacesFiles port;
    private final Consumer<Transfer> whenDone;
    private final ObservableList<Transfer> transfers = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper hasDone = new ReadOnlyBooleanWrapper();
    private final Map<Transfer, TreeCopy> copies = new HashMap<>();

    /// @param whenDone told of each that has come whole
    TransfersModel(PlacesFiles port, Consumer<Transfer> whenDone) {
        this.port = port;
        this.whenDone = whenDone;
    }

    /// The oldest first.
    ObservableList<Transfer> transfers() {
        return transfers;
    }

    /// Whether there are some that are done.
    ReadOnlyBooleanProperty hasDoneProperty() {
        return hasDone.getReadOnlyProperty();
    }

    /// Copies something, now or when it is its turn.
    void add(Transfer.Order order) {
        add(new Transfer(order, null));
    }

    /// Copies something, and goes on with it when all has come.
    void add(Transfer.Order order, Runnable then) {
        add(new Transfer(order, then));
    }

    private void add(Transfer transfer) {
        transfers.add(transfer);
        startNext();
    }

    /// Stops one; what came stays, and it can go on.
    void stop(Transfer transfer) {
        switch (transfer.stateProperty().get()) {
            case State.Waiting _ -> {
                transfer.set(new State.Stopped(0, 0));
                startNext();
            }
            case State.Running(long done, long total, _) -> {
                transfer.set(new State.Stopped(done, total));
                transfer.interrupt();
                startNext();
            }
            case State.Stopped _, State.Failed _, State.Done _ -> {}
        }
    }

    /// Stops all that is under way or waits for its turn.
    void stopAll() {
        for (var each : List.copyOf(transfers)) {
            if (each.stateProperty().get() instanceof State.Waiting) {
                each.set(new State.Stopped(0, 0)); // else the end of another would begin it
            }
        }
        List.copyOf(transfers).forEach(this::stop);
    }

    /// Returns how many are under way or wait for their turn.
    int active() {
        return (int) transfers.stream().filter(Transfer::isActive).count();
    }

    /// Goes on with one that was stopped or has failed.
    void resume(Transfer transfer) {
        if (!transfer.isActive()) {
            transfer.set(new State.Waiting());
            startNext();
        }
    }

    /// Puts one away. Of one that is not done the part that came is deleted.
    void discard(Transfer transfer) {
        boolean isDone = transfer.stateProperty().get() instanceof State.Done;
        stop(transfer);
        transfers.remove(transfer);
        lookForDone();
        var copy = copies.remove(transfer);
        if (!isDone && copy != null) {
            port.background().execute(() -> deletePart(transfer, copy));
        }
        startNext();
    }

    /// Puts away those that are done.
    void clear() {
        var done =
                transfers.stream()
                        .filter(it -> it.stateProperty().get() instanceof State.Done)
                        .toList();
        done.forEach(this::discard);
    }

    private void lookForDone() {
        hasDone.set(
                transfers.stream().anyMatch(it -> it.stateProperty().get() instanceof State.Done));
    }

    private void startNext() {
        long running =
                transfers.stream()
                        .filter(it -> it.stateProperty().get() instanceof State.Running)
                        .count();
        var waiting =
                transfers.stream()
                        .filter(it -> it.stateProperty().get() instanceof State.Waiting)
                        .limit(Math.max(0, MOST_AT_ONCE - running))
                        .toList();
        waiting.forEach(this::start);
    }

    private void start(Transfer transfer) {
        transfer.set(new State.Running(0, 0, 0));
        var copy = copies.computeIfAbsent(transfer, it -> copy(it.order()));
        port.background().execute(() -> run(transfer, copy));
    }

    private TreeCopy copy(Transfer.Order order) {
        var from = port.at(order.from());
        boolean isOnePlace = order.from().equals(order.to());
        return new TreeCopy(
                new FileCopy(from, isOnePlace ? from : port.at(order.to())),
                order.source(),
                order.target(),
                order.replaces());
    }

    /// In the background.
    private void run(Transfer transfer, TreeCopy copy) {
        outcome(transfer, copy).ifPresent(end -> port.fx().execute(() -> ended(transfer, end)));
    }

    /// Returns how it ended; empty for a stop, which is known already. One that was stopped may
    /// still be on its way out: the next run of the same waits for it.
    private Optional<State> outcome(Transfer transfer, TreeCopy copy) {
        synchronized (copy) {
            transfer.takeThread(Thread.currentThread());
            try {
                var meter = new Meter(state -> tell(transfer, state));
                copy.run(meter::at);
                return Optional.of(new State.Done(copy.leftOut().size()));
            } catch (FilesException e) {
                var place = PlaceWords.of(remote(transfer.order()));
                var why = new FilesProblemWords().explain(place, e.problem());
                return Optional.of(new State.Failed(why));
            } catch (InterruptedException _) {
                return Optional.empty();
            } finally {
                transfer.takeThread(null);
                boolean _ = Thread.interrupted(); // by a stop that came too late
            }
        }
    }

    private static Place remote(Transfer.Order order) {
        boolean isFromHere = order.from() instanceof Place.Here;
        return isFromHere ? order.to() : order.from();
    }

    private void tell(Transfer transfer, State.Running state) {
        port.fx()
                .execute(
                        () -> {
                            if (transfer.stateProperty().get() instanceof State.Running) {
                                transfer.set(state);
                            }
                        });
    }

    /// One that was stopped in its last moment is done all the same.
    private void ended(Transfer transfer, State end) {
        boolean isStopped = transfer.stateProperty().get() instanceof State.Stopped;
        if (end instanceof State.Done || !isStopped) {
            transfer.set(end);
        }
        if (end instanceof State.Done) {
            whenDone.accept(transfer);
            goOn(transfer);
        }
        lookForDone();
        startNext();
    }

    private void goOn(Transfer transfer) {
        var then = transfer.then();
        if (then != null) {
            discard(transfer);
            then.run();
        }
    }

    private static void deletePart(Transfer transfer, TreeCopy copy) {
        synchronized (copy) {
            try {
                copy.discard();
            } catch (FilesException e) {
                LOG.warn("A part of {} stays: {}", transfer.order().target(), e.problem());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
