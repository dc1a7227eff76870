/// What a kernel said while nobody was there, on its way to whoever comes: records from a recorder,
/// which is the keeper on this machine and a small program on others, and the channels that hand
/// them out before what comes now. See docs/decisions/0100 and 0122.
///
/// [ResumedChannels] is where to start reading; it has two virtual threads, and everything that
/// comes is taken on the client's.
@NullMarked
package org.cellist.kernel.recording;

import org.jspecify.annotations.NullMarked;
