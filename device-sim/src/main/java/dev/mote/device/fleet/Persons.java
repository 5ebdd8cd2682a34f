package dev.mote.device.fleet;

import dev.mote.device.fault.Chance;
import dev.mote.device.stream.StreamFormat;

/** Where the persons of a fleet come from. Shared by threads. */
public interface Persons {
    StreamFormat format();

    /**
     * The person of a device: the same for the same arguments.
     *
     * @param seconds that the stream lasts, at most
     */
    Person of(int device, Chance chance, double seconds);
}
