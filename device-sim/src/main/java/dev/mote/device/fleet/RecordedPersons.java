package dev.mote.device.fleet;

import dev.mote.device.fault.Chance;
import dev.mote.device.stream.StreamFormat;
import dev.mote.device.sweep.StreamCopy;
import java.util.List;

/** The persons of recordings: each device gets one of them, and a piece of the recording that begins anywhere. */
public final class RecordedPersons implements Persons {
    private final List<StreamCopy> persons;

    /** @param persons at least one; all with one format */
    public RecordedPersons(List<StreamCopy> persons) {
        this.persons = List.copyOf(persons);
    }

    @Override
    public StreamFormat format() {
        return persons.getFirst().format();
    }

    @Override
    public Person of(int device, Chance chance, double seconds) {
        StreamCopy person = persons.get((int) (chance.uniform(0, 0) * persons.size()));
        long wanted = Math.round(seconds * format().rateHertz());
        long spare = Math.max(0, person.samples() - wanted);
        long first = (long) (chance.uniform(0, 1) * (spare + 1));
        return new Person(person.name(), person.open(first, wanted));
    }
}
