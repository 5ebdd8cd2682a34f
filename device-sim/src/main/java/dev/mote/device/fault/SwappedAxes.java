package dev.mote.device.fault;

import java.util.List;

/** Two axes of every sensor are exchanged. */
record SwappedAxes(Setting setting) implements ValueFault {
    SwappedAxes {
        setting.require(FaultKind.SWAP);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        List<Integer> sensors = site.sensors(setting);
        int one = setting.axes().charAt(0) - 'x';
        int other = setting.axes().charAt(1) - 'x';
        return (number, micros, values) -> {
            for (int first : sensors) {
                float value = values[first + one];
                values[first + one] = values[first + other];
                values[first + other] = value;
            }
        };
    }
}
