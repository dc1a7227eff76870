package org.cellist.kernel.channel;

/// The fake keeps the contract of the real thing.
class FakeChannelsTest implements KernelChannelsContract {

    @Override
    public KernelChannels channels() {
        return new FakeChannels();
    }
}
