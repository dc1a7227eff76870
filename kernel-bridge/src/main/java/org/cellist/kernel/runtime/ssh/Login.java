package org.cellist.kernel.runtime.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.session.SessionContext;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.HostQuestions.Field;
import org.cellist.kernel.runtime.host.HostQuestions.Kind;
import org.cellist.kernel.runtime.host.HostQuestions.NewKey;
import org.cellist.kernel.runtime.host.HostQuestions.Prompt;
import org.cellist.kernel.runtime.ssh.openssh.KnownHosts;
import org.cellist.kernel.runtime.ssh.openssh.SshConfig;
import org.jspecify.annotations.Nullable;

/// One attempt to be let in by one machine: judges its key, and asks the person for what it wants
/// to know. Nothing of an answer is kept.
///
/// Called on the library's threads, which wait for the person meanwhile. Thread-safe.
final class Login implements UserInteraction, FilePasswordProvider {

    /// As ssh does.
    private static final int MOST_TRIES = 3;

    private final SshConfig.Target target;
    private final KnownHosts known;
    private final HostQuestions questions;
    private volatile @Nullable HostProblem problem;
    private final AtomicInteger asked = new AtomicInteger(); // for a password

    Login(SshConfig.Target target, HostQuestions questions) {
        this.target = target;
        this.known = new KnownHosts(target.knownHosts());
        this.questions = questions;
    }

    SshConfig.Target target() {
        return target;
    }

    /// Returns what went wrong here; null if it is for others to say.
    @Nullable HostProblem problem() {
        return problem;
    }

    /// Returns the types of keys that the machine must show; empty if any will do.
    List<String> knownTypes() {
        return known.types(target.keyName());
    }

    /// Returns whether the machine is the one that it should be.
    boolean accepts(KnownHosts.Key key) {
        return switch (known.find(target.keyName(), key)) {
            case KnownHosts.Finding.Known _ -> true;
            case KnownHosts.Finding.Changed(var file, int line) -> {
                problem =
                        new HostProblem.KeyChanged(
                                target.keyName(), key.fingerprint(), file.toString(), line);
                yield false;
            }
            case KnownHosts.Finding.New _ -> isTrusted(key);
        };
    }

    private boolean isTrusted(KnownHosts.Key key) {
        if (!isAnybodyThere()) {
            return false;
        }
        try {
            var shown = new NewKey(target.keyName(), key.type(), key.fingerprint());
            if (questions.trusts(shown)) {
                known.add(target.keyName(), key);
                return true;
            }
            problem = new HostProblem.GivenUp();
        } catch (IOException e) {
            problem = new HostProblem.Failed(e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            problem = new HostProblem.GivenUp();
        }
        return false;
    }

    private boolean isAnybodyThere() {
        boolean isThere = questions.isAnybodyThere();
        if (!isThere) {
            problem = new HostProblem.Asks();
        }
        return isThere && !(problem instanceof HostProblem.GivenUp);
    }

    private Optional<List<String>> ask(Prompt prompt) {
        if (!isAnybodyThere()) {
            return Optional.empty();
        }
        try {
            var answers = questions.answers(prompt);
            if (answers.isEmpty()) {
                problem = new HostProblem.GivenUp();
            }
            return answers.filter(it -> it.size() == prompt.fields().size());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            problem = new HostProblem.GivenUp();
            return Optional.empty();
        }
    }

    @Override
    public boolean isInteractionAllowed(ClientSession session) {
        return isAnybodyThere();
    }

    @Override
    public String @Nullable [] interactive(
            ClientSession session,
            String name,
            String instruction,
            String lang,
            String[] prompt,
            boolean[] echo) {
        var fields = new ArrayList<Field>();
        for (int i = 0; i < prompt.length; i++) {
            fields.add(new Field(prompt[i].strip(), !echo[i]));
        }
        boolean isPassword =
                fields.size() == 1
                        && fields.getFirst().isSecret()
                        && prompt[0].toLowerCase(Locale.ROOT).contains("password");
        var kind = isPassword ? Kind.PASSWORD : Kind.OTHER;
        var words = (name + "\n" + instruction).strip();
        return ask(new Prompt(kind, target.login(), words, fields, asked.getAndIncrement() > 0))
                .map(answers -> answers.toArray(String[]::new))
                .orElse(null);
    }

    @Override
    public @Nullable String resolveAuthPasswordAttempt(ClientSession session) {
        if (asked.get() >= MOST_TRIES) {
            return null;
        }
        var field = List.of(new Field("", true));
        return ask(new Prompt(
                        Kind.PASSWORD, target.login(), "", field, asked.getAndIncrement() > 0))
                .map(List::getFirst)
                .orElse(null);
    }

    /// A machine that wants a new password gets none from here.
    @Override
    public @Nullable String getUpdatedPassword(ClientSession session, String prompt, String lang) {
        problem = new HostProblem.Failed(prompt);
        return null;
    }

    @Override
    public @Nullable String getPassword(SessionContext session, NamedResource key, int tries) {
        var field = List.of(new Field("", true));
        var file = Path.of(key.getName()).toString();
        return ask(new Prompt(Kind.PASSPHRASE, file, "", field, tries > 0))
                .map(List::getFirst)
                .orElse(null);
    }

    @Override
    public ResourceDecodeResult handleDecodeAttemptResult(
            SessionContext session,
            NamedResource key,
            int tries,
            @Nullable String password,
            @Nullable Exception error)
            throws IOException, GeneralSecurityException {
        boolean isAgain = error != null && password != null && tries + 1 < MOST_TRIES;
        return isAgain ? ResourceDecodeResult.RETRY : ResourceDecodeResult.IGNORE;
    }
}
