/// A kernel's channels over ZeroMQ sockets.
///
/// Start at [ZmqChannels]. One loop thread owns all sockets of one kernel.
@NullMarked
package org.cellist.kernel.channel.zmq;

import org.jspecify.annotations.NullMarked;
