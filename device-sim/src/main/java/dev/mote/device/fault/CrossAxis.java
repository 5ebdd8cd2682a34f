package dev.mote.device.fault;

import java.util.List;

/** Each axis also reads a share of the two others: a' = (I + K) a, where K has +level or -level beside its diagonal. */
record CrossAxis(Setting setting) implements ValueFault {
    CrossAxis {
        setting.require(FaultKind.CROSS_AXIS);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        List<Integer> sensors = site.sensors(setting);
        double[][] shares = sensors.stream()
                .map(first -> shares(chance.part(site.axis(first))))
                .toArray(double[][]::new);
        return (number, micros, values) -> {
            for (int i = 0; i < shares.length; i++) {
                apply(values, sensors.get(i), shares[i]);
            }
        };
    }

    /** Of y and z in x, of z and x in y, of x and y in z. */
    private double[] shares(Chance chance) {
        double[] shares = new double[6];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = setting.signed(chance, i);
        }
        return shares;
    }

    private static void apply(float[] values, int first, double[] shares) {
        double x = values[first];
        double y = values[first + 1];
        double z = values[first + 2];
        values[first] = (float) (x + shares[0] * y + shares[1] * z);
        values[first + 1] = (float) (y + shares[2] * z + shares[3] * x);
        values[first + 2] = (float) (z + shares[4] * x + shares[5] * y);
    }
}
