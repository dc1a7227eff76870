package org.cellist.app.language;

/// A language server cannot be talked to any more. Immutable.
final class ServerTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    ServerTrouble(String why) {
        super(why);
    }
}
