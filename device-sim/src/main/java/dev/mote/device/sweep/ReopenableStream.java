package dev.mote.device.sweep;

import dev.mote.device.stream.SampleStream;

/** A stream that can be read from its beginning any number of times, by several threads at once. */
public interface ReopenableStream {
    /** Of the person or recording: what faults draw depends on it. */
    String name();

    SampleStream open();
}
