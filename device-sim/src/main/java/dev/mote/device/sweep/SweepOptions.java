package dev.mote.device.sweep;

import dev.mote.device.fault.Fault;
import dev.mote.device.fault.FaultKind;
import dev.mote.device.fault.Faults;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a sweep tries.
 *
 * @param levels of each kind, the mildest first
 * @param always faults that every run has
 * @param seeds with how many a fault that draws numbers is run
 * @param seed the first of them
 * @param maxLoss share of the windows that a fault may cost: what costs more is not survived
 */
public record SweepOptions(
        Map<FaultKind, List<Fault>> levels, Faults always, int seeds, long seed, double maxLoss, int threads) {
    public SweepOptions {
        levels = new EnumMap<>(levels);
        levels.replaceAll((kind, list) -> List.copyOf(list));
    }
}
