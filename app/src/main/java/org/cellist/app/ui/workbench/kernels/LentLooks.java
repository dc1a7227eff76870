package org.cellist.app.ui.workbench.kernels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cellist.app.ui.workbench.port.LentMachines;
import org.cellist.app.ui.workbench.port.LentMachines.Lent;
import org.cellist.app.ui.workbench.port.Place;

/// What is known of the machines that are lent. Colab is asked once a minute, while the pane is
/// shown, and only by who has signed in to it.
///
/// Confined to the JavaFX Application Thread.
final class LentLooks {

    /// Between two questions, also for the kernels of a machine where none of a window runs.
    static final Duration PERIOD = Duration.ofMinutes(1);

    private final LentMachines machines;
    private final Clock clock;
    private final Set<String> leaving = new LinkedHashSet<>(); // those that are given back
    private Instant asked = Instant.MIN;
    private boolean isUnderWay;
    private String trouble = "";

    LentLooks(LentMachines machines, Clock clock) {
        this.machines = machines;
        this.clock = clock;
    }

    /// Returns those that are known.
    List<Lent> all() {
        return machines.isOn() ? machines.known() : List.of();
    }

    Optional<Lent> at(Place place) {
        return all().stream().filter(it -> place.equals(it.place())).findFirst();
    }

    /// Returns what is wrong, for people; empty for nothing.
    String trouble() {
        return trouble;
    }

    boolean isLeaving(Lent machine) {
        return leaving.contains(machine.id());
    }

    /// Asks if that is due.
    ///
    /// @param report told when something may be new
    void refresh(Runnable report) {
        if (!machines.isOn()) {
            trouble = "";
            asked = Instant.MIN;
            return;
        }
        var now = clock.instant();
        if (isUnderWay || asked.isAfter(now.minus(PERIOD))) {
            return;
        }
        isUnderWay = true;
        asked = now;
        machines.look(
                why -> {
                    isUnderWay = false;
                    trouble = why;
                    report.run();
                });
    }

    /// @param report told at once, and when it is gone or not
    void giveBack(Lent machine, Runnable report) {
        if (!leaving.add(machine.id())) {
            return;
        }
        machines.giveBack(
                machine,
                why -> {
                    leaving.remove(machine.id());
                    trouble = why;
                    report.run();
                });
        report.run();
    }
}
