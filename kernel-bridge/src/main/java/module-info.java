import org.jspecify.annotations.NullMarked;

/// Talks to Jupyter kernels: protocol, channels, runtimes, client. Knows no notebook and no
/// user interface.
@NullMarked
module org.cellist.kernel {
    requires static org.jspecify;
    requires com.sun.jna.platform;
    requires java.management;
    requires java.net.http;
    requires jcuda;
    requires jdk.management;
    requires org.apache.sshd.osgi;
    requires org.apache.sshd.sftp;
    requires org.slf4j;
    requires org.zeromq.jeromq;
    requires pty4j;

    exports org.cellist.kernel;
    exports org.cellist.kernel.client;
    exports org.cellist.kernel.protocol;
    exports org.cellist.kernel.protocol.json;
    exports org.cellist.kernel.channel;
    exports org.cellist.kernel.runtime;
    exports org.cellist.kernel.runtime.files;
    exports org.cellist.kernel.runtime.host;
    exports org.cellist.kernel.runtime.hosted;
    exports org.cellist.kernel.runtime.container;
    exports org.cellist.kernel.runtime.accelerator;
    exports org.cellist.kernel.runtime.jupyter;
    exports org.cellist.kernel.runtime.server;
    exports org.cellist.kernel.runtime.ssh;
    exports org.cellist.kernel.runtime.terminal;
}
