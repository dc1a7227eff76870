package org.cellist.kernel.runtime.jupyter;

/// Why Colab does not do what it was asked. Immutable.
public sealed interface ColabProblem {

    /// Returns what Colab says of it; empty where that is nothing.
    default String details() {
        return switch (this) {
            case SignInNeeded(var why) -> why;
            case NotEntitled(var message) -> message;
            case Unavailable(var model) -> model.isEmpty() ? "CPU" : model;
            case Strange(var what) -> what;
            case NotConfigured(var file) -> file;
            case TooMany _, QuotaDenied _, TimeExceeded _, Denylisted _, CaptchaWanted _, Ended _ ->
                    "";
        };
    }

    /// What the settings say of how to sign in cannot be used.
    ///
    /// @param file the one that cannot; empty where none is named
    record NotConfigured(String file) implements ColabProblem {}

    /// Nobody is signed in, or the sign-in has run out or was taken back.
    ///
    /// @param why in the words of who said so; may be empty
    record SignInNeeded(String why) implements ColabProblem {}

    /// Colab does not let this client, or this account, do that.
    record NotEntitled(String message) implements ColabProblem {}

    /// The account has as many runtimes as it may have.
    record TooMany() implements ColabProblem {}

    /// Colab has none of these free at the moment.
    ///
    /// @param model of the accelerator; empty for a CPU
    record Unavailable(String model) implements ColabProblem {}

    /// The account may not have such an accelerator, or not now.
    record QuotaDenied() implements ColabProblem {}

    /// The account has used runtimes for as long as it may for now.
    record TimeExceeded() implements ColabProblem {}

    /// Colab has shut the account out.
    record Denylisted() implements ColabProblem {}

    /// Colab wants to see in a browser that a person asks.
    record CaptchaWanted() implements ColabProblem {}

    /// The runtime is not there any more: it was given back, or Colab has taken it.
    record Ended() implements ColabProblem {}

    /// Colab's answer makes no sense to us.
    ///
    /// @param what was asked
    record Strange(String what) implements ColabProblem {}
}
