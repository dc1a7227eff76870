package org.cellist.app.server;

/// Keeps a secret in the keychain of the system that it is started on, and reads it as a later
/// program would. A process of its own, since the way to the keychain stands in the environment.
public final class KeychainProbe {

    private static final String ACCOUNT = "https://hub.example/user/ada/";

    private KeychainProbe() {}

    /// Prints what became of it.
    public static void main(String... arguments) {
        var secrets = new KeychainSecrets();
        secrets.put(ACCOUNT, "canary");
        System.out.println("outlives " + secrets.outlivesProgram());
        System.out.println("found " + new KeychainSecrets().get(ACCOUNT).orElse("nothing"));
        secrets.remove(ACCOUNT);
        System.out.println("left " + new KeychainSecrets().get(ACCOUNT).orElse("nothing"));
        System.exit(0); // threads of the bus stay
    }
}
