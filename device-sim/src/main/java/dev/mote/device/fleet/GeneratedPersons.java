package dev.mote.device.fleet;

import dev.mote.device.fault.Chance;
import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.StreamFormat;
import java.util.function.IntFunction;

/**
 * A new person for every device.
 *
 * @param stream of the person with a number, as long as a device runs
 */
public record GeneratedPersons(StreamFormat format, IntFunction<SampleStream> stream) implements Persons {
    @Override
    public Person of(int device, Chance chance, double seconds) {
        return new Person("generated " + device, stream.apply(device));
    }
}
