package org.cellist.kernel.runtime.server;

import org.cellist.kernel.runtime.jupyter.ServerAnswer;

/// What is said to a server and heard from it, until there is a result.
@FunctionalInterface
interface Conversation<T> {

    T hold() throws ServerException, InterruptedException;

    /// Holds it; what goes wrong becomes part of the answer.
    static <T> ServerAnswer<T> answered(Conversation<T> conversation) throws InterruptedException {
        try {
            return new ServerAnswer.Given<>(conversation.hold());
        } catch (ServerException e) {
            return new ServerAnswer.Refused<>(e.problem());
        }
    }
}
