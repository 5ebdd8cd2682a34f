package dev.mote.device.fault;

import java.util.List;

/** Axes of every sensor have the wrong sign: a' = -a. */
record FlippedAxes(Setting setting) implements ValueFault {
    FlippedAxes {
        setting.require(FaultKind.FLIP);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        List<Integer> sensors = site.sensors(setting);
        return (number, micros, values) -> sensors.forEach(first ->
                setting.axes().chars().forEach(axis -> values[first + axis - 'x'] = -values[first + axis - 'x']));
    }
}
