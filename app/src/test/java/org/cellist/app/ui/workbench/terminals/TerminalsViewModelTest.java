package org.cellist.app.ui.workbench.terminals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cellist.app.explain.Explanation;
import org.cellist.app.ui.terminal.emulation.Emulation;
import org.cellist.app.ui.terminal.emulation.FakeTerminal;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Terminals;
import org.cellist.app.ui.workbench.port.Terminals.Opened;
import org.cellist.app.ui.workbench.port.Terminals.Wish;
import org.cellist.app.ui.workbench.terminals.TerminalTab.State;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalsViewModelTest {

    private final Port port = new Port();
    private final TerminalsViewModel model = new TerminalsViewModel(port);
    private final List<List<String>> asked = new ArrayList<>();

    @AfterEach
    void close() {
        port.programs.forEach(FakeTerminal::close);
    }

    /// Opens a terminal when the test says so.
    private static final class Port implements Terminals {

        private final List<Consumer<Opened>> waiting = new ArrayList<>();
        private final List<FakeTerminal> programs = new ArrayList<>();
        private final List<Consumer<TerminalEnd>> ends = new ArrayList<>();

        @Override
        public List<Place> places() {
            return List.of(new Place.Here());
        }

        @Override
        public void open(Wish wish, Runnable changed, Consumer<Opened> then) {
            waiting.add(then);
        }

        private FakeTerminal give(int index) {
            var program = new FakeTerminal();
            programs.add(program);
            var emulation = new Emulation(program, TerminalSize.USUAL, () -> {});
            waiting.get(index).accept(new Opened.Ready(emulation));
            return program;
        }

        @Override
        public void existing(Place.OnServer place, Consumer<Existing> then) {
            then.accept(new Existing(List.of(), ""));
        }

        @Override
        public void end(Place.OnServer place, String name) {}

        @Override
        public void whenEnded(Emulation emulation, Consumer<TerminalEnd> then) {
            ends.add(then);
        }

        @Override
        public void browse(URI address) {
            throw new AssertionError(address.toString());
        }
    }

    private TerminalTab add(String folder) {
        model.add(
                new Wish(
                        new Place.Here(),
                        Path.of("/work", folder),
                        null,
                        null,
                        "",
                        TerminalSize.USUAL));
        return model.tabsProperty().get().getLast();
    }

    @Test
    void aNewTerminalIsInFrontAndHasTheNameOfItsFolder() {
        var first = add("one");
        var second = add("two");

        assertEquals(List.of(first, second), model.tabsProperty().get());
        assertEquals(second, model.frontProperty().get());
        assertEquals("two", second.nameProperty().get());
        assertInstanceOf(State.Opening.class, second.stateProperty().get());
        port.give(1);
        assertInstanceOf(State.Open.class, second.stateProperty().get());
    }

    @Test
    void aTerminalThatIsClosedBeforeItIsThereEndsWhenItComes() {
        var tab = add("one");

        model.close(tab);
        var program = port.give(0);

        assertTrue(program.isClosed());
        assertEquals(List.of(), model.tabsProperty().get());
    }

    @Test
    void closingTheOneInFrontBringsTheNextToTheFrontAndTheLastHidesThePane() {
        var first = add("one");
        var second = add("two");
        model.openProperty().set(true);
        model.activate(first);

        model.close(first);
        assertEquals(second, model.frontProperty().get());
        assertTrue(model.openProperty().get());
        model.close(second);

        assertNull(model.frontProperty().get());
        assertFalse(model.openProperty().get());
    }

    @Test
    void theNextOneIsFoundAroundTheEnd() {
        var first = add("one");
        var second = add("two");

        model.activateNext(1);
        assertEquals(first, model.frontProperty().get());
        model.activateNext(-1);

        assertEquals(second, model.frontProperty().get());
    }

    @Test
    void anEndIsKeptWithWhatWasWritten() {
        var tab = add("one");
        port.give(0);

        port.ends.getFirst().accept(new TerminalEnd.Exited(4));

        var ended = assertInstanceOf(State.Ended.class, tab.stateProperty().get());
        assertEquals(new TerminalEnd.Exited(4), ended.how());
        assertFalse(tab.mayBeMissed());
    }

    @Test
    void aRefusalIsShown() {
        var tab = add("one");
        var why = new Explanation("No.", "", "", "");

        port.waiting.getFirst().accept(new Opened.Refused(why));

        assertEquals(new State.Refused(why), tab.stateProperty().get());
    }

    @Test
    void whatMayBeMissedIsAskedAboutBeforeAnythingIsClosed() {
        add("one");
        add("two");
        add("three");
        port.give(0).setWork(Terminal.Work.NONE);
        port.give(1).setWork(Terminal.Work.RUNS);
        port.give(2).setWork(Terminal.Work.UNKNOWN);
        var order = new ArrayList<String>();

        model.closeAround(
                (names, _) -> asked.add(names), _ -> order.add("others"), () -> order.add("end"));
        assertEquals(List.of(List.of("two", "three")), asked);
        assertEquals(List.of(), order);
        model.closeAround(
                (_, close) -> close.run(),
                then -> {
                    order.add("others");
                    assertFalse(port.programs.getFirst().isClosed());
                    then.run();
                },
                () -> order.add("end"));

        assertEquals(List.of("others", "end"), order);
        assertTrue(port.programs.stream().allMatch(FakeTerminal::isClosed));
    }
}
