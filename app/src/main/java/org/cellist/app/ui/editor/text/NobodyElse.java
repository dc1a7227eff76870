package org.cellist.app.ui.editor.text;

import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;

/// The end of an event's way: it reaches nobody after the one who was asked. Immutable.
public enum NobodyElse implements EventDispatchChain {
    CHAIN;

    @Override
    public EventDispatchChain append(EventDispatcher dispatcher) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EventDispatchChain prepend(EventDispatcher dispatcher) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Event dispatchEvent(Event event) {
        return event;
    }
}
