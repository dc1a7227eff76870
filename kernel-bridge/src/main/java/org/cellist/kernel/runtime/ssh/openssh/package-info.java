/// What OpenSSH's own files say: the configuration, the known hosts, public keys beside private
// ones.
@NullMarked
package org.cellist.kernel.runtime.ssh.openssh;

import org.jspecify.annotations.NullMarked;
