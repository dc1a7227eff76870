package org.cellist.kernel.runtime.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.PromptEntry;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.HostQuestions.Field;
import org.cellist.kernel.runtime.host.HostQuestions.Kind;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.hosted.HostException;
import org.cellist.kernel.ssh.Answers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Passwords and questions, on a server that knows its users by itself: OpenSSH's would have to be
/// the system's.
class LoginTest {

    @TempDir Path folder;
    private final SshServer server = SshServer.setUpDefaultServer();

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    @Test
    void aPasswordIsAskedForAgainWhenItIsWrong() throws Exception {
        server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        server.setPasswordAuthenticator((user, password, _) -> password.equals("right"));
        var person = new Answers(true, "wrong", "right");

        try (var connection = connect(person)) {
            assertTrue(connection.isOpen());
        }
        assertEquals(Kind.PASSWORD, person.prompts().getFirst().kind());
        assertEquals("ada@127.0.0.1", person.prompts().getFirst().subject());
        assertEquals(
                List.of(false, true), person.prompts().stream().map(it -> it.isAgain()).toList());
        assertEquals(new HostProblem.GivenUp(), problem(new Answers(true)));
        assertEquals(new HostProblem.Asks(), problem(HostQuestions.NOBODY));
        assertEquals(
                new HostProblem.LoginRefused("ada@127.0.0.1"),
                problem(new Answers(true, "a", "b", "c", "d")));
    }

    @Test
    void whatTheMachineAsksIsPassedOn() throws Exception {
        server.setUserAuthFactories(List.of(UserAuthKeyboardInteractiveFactory.INSTANCE));
        server.setKeyboardInteractiveAuthenticator(new SecondDevice());
        var person = new Answers(true, "123456");

        try (var connection = connect(person)) {
            assertTrue(connection.isOpen());
        }
        var prompt = person.prompts().getFirst();
        assertEquals(Kind.OTHER, prompt.kind());
        assertEquals("Second device\nLook at your telephone.", prompt.words());
        assertEquals(List.of(new Field("Code:", false)), prompt.fields());
        assertFalse(prompt.isAgain());
    }

    private static final class SecondDevice implements KeyboardInteractiveAuthenticator {

        @Override
        public InteractiveChallenge generateChallenge(
                ServerSession session, String user, String lang, String subMethods) {
            var challenge = new InteractiveChallenge();
            challenge.setInteractionName("Second device");
            challenge.setInteractionInstruction("Look at your telephone.");
            challenge.setLanguageTag("");
            challenge.addPrompt(new PromptEntry("Code: ", true));
            return challenge;
        }

        @Override
        public boolean authenticate(ServerSession session, String user, List<String> answers) {
            return answers.equals(List.of("123456"));
        }
    }

    private SshConnection connect(HostQuestions questions) throws Exception {
        if (!server.isStarted()) {
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("key")));
            server.start();
        }
        var host = new SshHost("ada", "127.0.0.1", server.getPort());
        return SshConnection.open(
                new SshPlaces(folder, "nobody", List.of(), null), host, questions);
    }

    private HostProblem problem(HostQuestions questions) {
        return assertThrows(HostException.class, () -> connect(questions)).problem();
    }
}
