package org.cellist.app.language;

/// What came of a question to a language server. Immutable.
public sealed interface LanguageAnswer<T> {

    record Given<T>(T value) implements LanguageAnswer<T> {}

    /// Nobody was asked: there is no server, or it is not ready.
    record NoServer<T>() implements LanguageAnswer<T> {}

    /// The server answered that it cannot.
    ///
    /// @param why in its words
    record Refused<T>(String why) implements LanguageAnswer<T> {}

    /// The server took longer than anybody waits, or ended.
    record Late<T>() implements LanguageAnswer<T> {}
}
