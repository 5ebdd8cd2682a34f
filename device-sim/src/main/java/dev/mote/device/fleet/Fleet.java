package dev.mote.device.fleet;

import dev.mote.device.fault.Chance;
import dev.mote.device.fault.Fault;
import dev.mote.device.fault.FaultKind;
import dev.mote.device.fault.Faults;
import dev.mote.device.fault.Levels;
import dev.mote.device.fault.RandomFaults;
import dev.mote.device.fault.SensorUnit;
import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.Simulation;
import dev.mote.device.sweep.FullScale;
import dev.mote.device.sweep.ParallelRuns;
import java.util.List;
import java.util.Map;

/**
 * Many devices with one model, each with a sensor, a person and faults of its own. All of a device follows from the seed and its number,
 * so that any of them can be run again alone.
 */
public final class Fleet {
    private final Simulation simulation;
    private final Persons persons;
    private final FleetOptions options;
    private final Map<FaultKind, List<Fault>> levels;
    private final float[] fullScale;

    public Fleet(Simulation simulation, Persons persons, FleetOptions options) {
        this.simulation = simulation;
        this.persons = persons;
        this.options = options;
        this.levels = Levels.standard(persons.format());
        this.fullScale = FullScale.of(simulation.plan());
    }

    /** What the sensor of a device is like. */
    public SensorUnit unit(int number) {
        return SensorUnit.draw(chance(number).part(0), persons.format());
    }

    /** All that is wrong with a device, in the order in which its numbers are drawn. */
    public Faults faults(int number) {
        return unit(number).faults(persons.format()).and(randomFaults(number)).and(options.always());
    }

    /** What is wrong with it besides its sensor unit. */
    private Faults randomFaults(int number) {
        return RandomFaults.draw(chance(number).part(1), options.meanFaults(), levels);
    }

    private Chance chance(int number) {
        return Chance.of(options.seed(), "device", number);
    }

    /** @param done called by any thread after each device */
    public List<Device> run(Runnable done) {
        return ParallelRuns.map(options.devices(), options.threads(), this::run, done);
    }

    public Device run(int number) {
        Chance chance = chance(number);
        Person person = persons.of(number, chance.part(2), options.seconds());
        try (SampleStream stream = faults(number).apply(person.stream(), fullScale, chance.bits(0, 0))) {
            return Device.of(number, person.name(), randomFaults(number), simulation.run(stream));
        }
    }
}
