package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;
import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Several faults of one device. They act in the order of their {@link Stage}, and within a stage in the order given: a turned sensor
 * is turned before it measures, and only what was measured can be lost.
 */
public record Faults(List<Fault> list) {
    public static final Faults NONE = new Faults(List.of());

    public Faults {
        list = List.copyOf(list);
    }

    /** @throws BadInputException one line, of the first text that cannot be read */
    public static Faults parse(List<String> texts) {
        return new Faults(texts.stream().map(Fault::parse).toList());
    }

    /** These, then others. */
    public Faults and(Faults others) {
        return new Faults(Stream.concat(list.stream(), others.list.stream()).toList());
    }

    public List<String> texts() {
        return list.stream().map(Fault::text).toList();
    }

    /** The seed of one recording among several: another person wears another device. */
    public static long seedOf(long seed, String recording) {
        return Chance.of(seed, recording, 0).bits(0, 0);
    }

    /** Whether two seeds give two different streams. */
    public boolean isRandom() {
        return list.stream().anyMatch(Fault::isRandom);
    }

    /**
     * The stream as the device gives it. Memory is constant; random numbers depend on the seed, the fault, its place in the list, and the
     * number of the sample only.
     *
     * @param fullScale of each channel, in its unit
     * @throws BadInputException if a fault does not suit the stream
     */
    public SampleStream apply(SampleStream stream, float[] fullScale, long seed) {
        Site site = new Site(stream.format(), fullScale);
        SampleStream faulty = stream;
        List<ValueChange> changes = new ArrayList<>();
        for (int position : order()) {
            Fault fault = list.get(position);
            requireSuited(fault, site);
            Chance chance = Chance.of(seed, fault.kind().option(), position);
            switch (fault) {
                case ValueFault value -> changes.add(value.change(site, chance));
                case OrderFault order -> {
                    faulty = order.apply(changed(faulty, changes), site, chance);
                    changes.clear();
                }
            }
        }
        return changed(faulty, changes);
    }

    private static SampleStream changed(SampleStream stream, List<ValueChange> changes) {
        return changes.isEmpty() ? stream : new ChangedStream(stream, changes);
    }

    private int[] order() {
        return IntStream.range(0, list.size())
                .boxed()
                .sorted(Comparator.comparing(
                        position -> list.get(position).kind().stage()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void requireSuited(Fault fault, Site site) {
        boolean images = site.format().isImages();
        if (!(images ? fault.kind().ofImages() : fault.kind().ofSignals())) {
            throw new BadInputException("--fault " + fault.text() + ": "
                    + fault.kind().option() + " is a fault of "
                    + (images ? "signals" : "images") + ", but " + site.format().name() + " gives "
                    + (images ? "images" : "signals") + "; mote faults lists which is which");
        }
    }
}
