package dev.mote.device.fault;

import java.util.List;

/** Axes of every sensor keep the value of the first sample. */
record StuckAxes(Setting setting) implements ValueFault {
    StuckAxes {
        setting.require(FaultKind.STUCK);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        List<Integer> sensors = site.sensors(setting);
        float[] kept = new float[site.channels()];
        return (number, micros, values) -> {
            if (number == 0) {
                System.arraycopy(values, 0, kept, 0, kept.length);
            }
            for (int first : sensors) {
                setting.axes().chars().forEach(axis -> values[first + axis - 'x'] = kept[first + axis - 'x']);
            }
        };
    }
}
