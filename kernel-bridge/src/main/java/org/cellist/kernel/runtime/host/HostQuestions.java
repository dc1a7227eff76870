package org.cellist.kernel.runtime.host;

import java.util.List;
import java.util.Optional;

/// What a machine wants to know from a person before it lets us in. Answers are kept nowhere.
///
/// A port: the application asks. Its methods block until the person answers; they are called on
/// any thread.
///
/// Thread-safe.
public interface HostQuestions {

    /// Nobody is there.
    HostQuestions NOBODY =
            new HostQuestions() {
                @Override
                public boolean isAnybodyThere() {
                    return false;
                }

                @Override
                public boolean trusts(NewKey key) {
                    return false;
                }

                @Override
                public Optional<List<String>> answers(Prompt prompt) {
                    return Optional.empty();
                }
            };

    /// Returns whether a person sees the questions at all.
    default boolean isAnybodyThere() {
        return true;
    }

    /// Returns whether a key that was never seen before is the machine's.
    boolean trusts(NewKey key) throws InterruptedException;

    /// Returns one answer for each field; empty if the person gives up.
    Optional<List<String>> answers(Prompt prompt) throws InterruptedException;

    /// A key that no file knows.
    ///
    /// @param host under which it would be known
    /// @param type `ssh-ed25519`
    /// @param fingerprint `SHA256:…`, as every tool shows it
    ///
    /// Immutable.
    record NewKey(String host, String type, String fingerprint) {}

    /// Something to type.
    ///
    /// @param subject of a password the login `user@host`, of a passphrase the key's file, of
    ///     other questions the login
    /// @param words the machine's own; may be empty
    /// @param fields what is asked, in the order of the answers
    /// @param isAgain whether the answer before was wrong
    ///
    /// Immutable.
    record Prompt(Kind kind, String subject, String words, List<Field> fields, boolean isAgain) {

        public Prompt {
            fields = List.copyOf(fields);
        }
    }

    /// One answer's place.
    ///
    /// @param label the machine's word for it; may be empty
    /// @param isSecret whether nobody may read it on the screen
    ///
    /// Immutable.
    record Field(String label, boolean isSecret) {}

    /// What is asked. Immutable.
    enum Kind {
        PASSWORD,
        /// That of a key file on this machine.
        PASSPHRASE,
        /// The machine asks by itself, such as for a code of a second device.
        OTHER
    }
}
