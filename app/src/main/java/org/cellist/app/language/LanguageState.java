package org.cellist.app.language;

import java.nio.file.Path;

/// What a notebook's language server does now. Immutable.
public sealed interface LanguageState {

    /// None was looked for yet, or the code is in no language that has one.
    record Unused() implements LanguageState {}

    /// None is installed.
    record Missing() implements LanguageState {}

    /// It may not run before a person has agreed to the environment's programs.
    record ConsentNeeded(Path path) implements LanguageState {}

    record Starting() implements LanguageState {}

    /// It answers.
    ///
    /// @param name its program's
    record Ready(String name) implements LanguageState {}

    /// It failed again and again, and is not started any more.
    ///
    /// @param name its program's
    /// @param why in the words of the system, or ours
    record Off(String name, String why) implements LanguageState {}
}
